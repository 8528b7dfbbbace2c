import assert from "node:assert/strict";
import fc from "fast-check";
import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { paymentEvents } from "../../../functions/src/core/payments/schema.ts";
import { confirm } from "../../support/payments.ts";
import { orderOf } from "../support/orders.ts";
import { eventsOf, mailsTo, open, type Payable, paymentOf, useWorld } from "./support/world.ts";

const permutations = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, index) =>
        permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]),
      );

/** Two copies more of an event at most, anywhere after its first. */
const withCopies = (events: PaymentEvent[]): fc.Arbitrary<PaymentEvent[]> =>
  fc.tuple(...events.map(() => fc.array(fc.nat(20), { maxLength: 2 }))).map((copies) => {
    const sequence = [...events];
    for (const [n, places] of copies.entries()) {
      const event = events[n] as PaymentEvent;
      for (const place of places) {
        const from = sequence.indexOf(event) + 1;
        sequence.splice(from + (place % (sequence.length - from + 1)), 0, event);
      }
    }
    return sequence;
  });

describe("shop: the events of a payment", function () {
  this.timeout(60_000);
  const world = useWorld();

  const debit = async (intent: string, outcome: "succeeded" | "failed") => {
    await confirm(intent, "pm_success_de");
    await world.simulator.settle(intent, outcome);
  };
  const STORIES: Record<string, (intent: string) => Promise<void>> = {
    "a debit that bounces, then a card": async (intent) => {
      await debit(intent, "failed");
      await confirm(intent);
    },
    "a declined card, then a debit": async (intent) => {
      await confirm(intent, "pm_card_chargeDeclined");
      await debit(intent, "succeeded");
    },
  };

  for (const [story, play] of Object.entries(STORIES)) {
    it(`of ${story} may come in any order, each up to three times: paid once`, async () => {
      await world.simulator.pause();
      await Promise.all(
        permutations([0, 1, 2, 3]).map(async (permutation) => {
          const payable = await open();
          await play(payable.intent);
          const events = await eventsOf(world.simulator, payable.intent);
          assert.equal(new Set(events.map(({ type }) => type)).size, 4);
          const order = permutation.map((index) => events[index] as PaymentEvent);
          const [sequence = []] = fc.sample(withCopies(order), 1);
          for (const { id } of sequence) assert.equal(await world.simulator.send(id), 200);
          await isPaidOnce(payable, sequence);
        }),
      );
    });
  }

  it("that all come at once pay it once", async () => {
    await world.simulator.pause();
    const payable = await open();
    await STORIES["a debit that bounces, then a card"]?.(payable.intent);
    const events = await eventsOf(world.simulator, payable.intent);
    const sequence = [...events, ...events, ...events];
    const answers = await Promise.all(sequence.map(({ id }) => world.simulator.send(id)));
    assert.deepEqual(new Set(answers), new Set([200]));
    await isPaidOnce(payable, sequence);
  });

  it("are applied once when one comes ten times at once", async () => {
    await world.simulator.pause();
    const payable = await open();
    await confirm(payable.intent);
    const event = (await eventsOf(world.simulator, payable.intent)).at(-1) as PaymentEvent;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => world.simulator.send(event.id)),
    );
    assert.deepEqual(answers, Array(10).fill(200));
    await isPaidOnce(payable, [event]);
  });

  it("are late when the payment has succeeded, and change nothing", async () => {
    await world.simulator.pause();
    const payable = await open();
    await confirm(payable.intent, "pm_card_chargeDeclined");
    await confirm(payable.intent);
    const events = await eventsOf(world.simulator, payable.intent);
    for (const { id } of events.toReversed()) await world.simulator.send(id);
    await isPaidOnce(payable, events);
    assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
  });
});

async function isPaidOnce(payable: Payable, sequence: PaymentEvent[]): Promise<void> {
  const told = sequence.map(({ type }) => type).join(", ");
  const { state, captured, amount, problem, review, checkAt } = await paymentOf(payable.paymentId);
  assert.deepEqual([state, captured, problem, review], ["succeeded", amount, null, null], told);
  assert.equal(checkAt, undefined);
  const order = await orderOf(payable.orderId);
  assert.deepEqual([order.state, order.payment, order.review], ["paid", payable.paymentId, null]);
  assert.equal(order.timeline.filter(({ event }) => event === "paid").length, 1);
  const sent = await mailsTo(payable);
  assert.equal(sent.filter((kind) => kind === "order-confirmed").length, 1, told);
  assert.ok(sent.filter((kind) => kind === "payment-failed").length <= 1, told);
  assert.equal(sent.length <= 2, true);
  const noted = await Promise.all(
    [...new Set(sequence)].map(({ id }) => paymentEvents.doc(id).get()),
  );
  assert.ok(noted.every(({ exists }) => exists));
}
