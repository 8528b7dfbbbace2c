import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { Disorder } from "../../../../dev/payments/delivery.ts";
import type { PaymentEvent } from "../../../../dev/payments/objects.ts";
import type { PaymentSimulator } from "../../../../dev/payments/simulator.ts";
import { now, useClock } from "../../../../functions/src/core/clock.ts";
import { db } from "../../../../functions/src/core/db.ts";
import { mails } from "../../../../functions/src/core/mail/schema.ts";
import { reconcile } from "../../../../functions/src/core/payments/reconcile.ts";
import { Payment, payments } from "../../../../functions/src/core/payments/schema.ts";
import { pay } from "../../../../functions/src/shop/pay.ts";
import { call } from "../../../support/call.ts";
import { clearFirestore } from "../../../support/firestore.ts";
import { confirm, untilPayment, useProvider } from "../../../support/payments.ts";
import { type Placed, place } from "../../support/orders.ts";
import { Front } from "./front.ts";

/** An order and its payment. */
export interface Payable extends Placed {
  paymentId: string;
  intent: string;
}

/**
 * For the tests of a `describe`: an empty database and a provider each, and time that stands still.
 * After each, our books must agree with the provider's.
 */
export function useWorld(): {
  readonly simulator: PaymentSimulator;
  front: Front;
  pass: (milliseconds: number) => void;
} {
  const provider = useProvider();
  const front = new Front();
  let time = 0;
  let putBack = () => {};
  beforeEach(async () => {
    await clearFirestore();
    process.env.STRIPE_API = await front.start(provider.simulator);
    time = Date.now();
    putBack = useClock(() => new Date(time));
  });
  afterEach(async function () {
    putBack();
    if (this.currentTest?.state === "passed") await agree(provider.simulator);
  });
  after(() => front.stop());
  return {
    get simulator() {
      return provider.simulator;
    },
    front,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** Refuses books of ours that are not the provider's, or that no books can be. */
export async function agree(simulator: PaymentSimulator): Promise<void> {
  const sums = { captured: 0, refunded: 0 };
  for (const payment of (await payments.get()).docs) {
    const { captured, refunding, refunded } = Payment.parse(payment.data());
    assert.ok(refunded <= refunding && refunding <= captured, JSON.stringify(payment.data()));
    sums.captured += captured;
    sums.refunded += refunded;
  }
  const { intents } = await simulator.ledger();
  const theirs = { captured: 0, refunded: 0 };
  // Another system may share the account.
  for (const { id, metadata } of simulator.state().intents) {
    if (metadata.payment === undefined) continue;
    theirs.captured += intents[id]?.captured ?? 0;
    theirs.refunded += intents[id]?.refunded ?? 0;
  }
  assert.deepEqual(sums, theirs);
}

/** Somebody has ordered and is about to pay. */
export async function open(): Promise<Payable> {
  const placed = await place(2);
  const { paymentId, intent } = await call(pay, placed.person, { orderId: placed.orderId });
  return { ...placed, paymentId, intent };
}

/** Somebody has ordered and paid, and we have heard of it. */
export async function paid(method = "pm_card_visa"): Promise<Payable & { amount: number }> {
  const payable = await open();
  await confirm(payable.intent, method);
  await untilPayment(payable.paymentId, "succeeded");
  return { ...payable, amount: (await paymentOf(payable.paymentId)).captured };
}

export const sweep = (limit = 100): Promise<void> => reconcile(now(), limit);

/** A payment, which must be as its schema says. */
export const paymentOf = async (id: string): Promise<Payment> =>
  Payment.parse((await payments.doc(id).get()).data());

/** The kinds of mail that somebody is sent, "order-confirmed" among them. */
export async function mailsTo({ person }: Placed): Promise<string[]> {
  const found = await mails.where("to", "==", person.token.email).get();
  return found.docs.map(({ id }) => id.split("_")[0] ?? "").toSorted();
}

/** All documents there are, by their paths. */
export async function everything(): Promise<Record<string, unknown>> {
  const all = await Promise.all((await db.listCollections()).map((each) => each.get()));
  return Object.fromEntries(
    all.flatMap(({ docs }) => docs.map((one) => [one.ref.path, { ...one.data() }])),
  );
}

/** The events of one intent or refund, oldest first. */
export async function eventsOf(simulator: PaymentSimulator, id: string): Promise<PaymentEvent[]> {
  return (await simulator.events()).filter(({ data }) => data.object.id === id);
}

/** The newest event of a type. */
export async function latest(simulator: PaymentSimulator, type: string): Promise<PaymentEvent> {
  const found = (await simulator.events()).findLast((event) => event.type === type);
  return found ?? assert.fail(`there was no ${type}`);
}

/** Another event with other things in its object, as its body. */
export const altered = (event: PaymentEvent, change: object): string =>
  JSON.stringify({
    ...event,
    id: `evt_${randomUUID()}`,
    data: { object: { ...event.data.object, ...change } },
  });

/** So many requests of that kind have come to the provider: `POST /v1/refunds`. */
export async function asked(simulator: PaymentSimulator, request: RegExp): Promise<number> {
  const requests = await simulator.requests();
  return requests.filter(({ method, path }) => request.test(`${method} ${path}`)).length;
}

/** From now on no event arrives. */
export const LOST: Disorder = { lose: Number.POSITIVE_INFINITY };
