import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { confirm } from "../../support/payments.ts";
import type { Action } from "./action.ts";
import { bookingIn, type Picture } from "./picture.ts";
import type { World } from "./world.ts";

// What happens at the provider, and how we hear of it.

export const METHODS = {
  "a good card": "pm_card_visa",
  "a card that is declined": "pm_card_chargeDeclined",
  "a bank debit": "pm_success_de",
  "a card with slow refunds": "pm_card_pendingRefund",
};
export type Method = keyof typeof METHODS;
export const methods = Object.keys(METHODS) as Method[];

const outside = (text: string, act: Action["act"]): Action => ({
  text,
  outside: true,
  refusals: () => [],
  outcome: () => {},
  act,
});

/** Anything that nobody of ours hears of at once. */
export const happening = outside;

/** The intent of a payment of ours, as it is at the provider. */
export const intentOf = ({ simulator }: World, paymentId: string | null) =>
  simulator.state().intents.find(({ metadata }) => metadata.payment === paymentId);

export const isOpen = (world: World, paymentId: string | null): boolean =>
  intentOf(world, paymentId)?.status.startsWith("requires_") ?? false;

/** A payer's browser tries to pay. We don't hear of it at once. */
export const confirming = (paymentId: string, method: Method): Action =>
  outside(`the payer uses ${method} for`, async (world) =>
    confirm(intentOf(world, paymentId)?.id ?? "", METHODS[method]),
  );

/** A payer's browser pays, and we hear of it. */
export const payingNow = (paymentId: string): Action => ({
  text: "the payer pays, which we hear of at once, for",
  swept: true,
  refusals: () => [],
  outcome: () => {},
  async act(world) {
    await confirm(intentOf(world, paymentId)?.id ?? "");
    const isIts = ({ type, data: { object } }: PaymentEvent) =>
      type === "payment_intent.succeeded" && object.metadata.payment === paymentId;
    const paid = world.simulator.state().events.find(isIts);
    if (paid) await arriving(paid).act(world);
  },
});

/** Somebody cancels an open intent in the provider's dashboard. */
export const cancelingAtProvider = (paymentId: string): Action =>
  outside("somebody cancels in the provider's dashboard the payment of", async (world) =>
    provider().paymentIntents.cancel(intentOf(world, paymentId)?.id ?? ""),
  );

export type Outcome = "succeeded" | "failed";

/** A bank has made up its mind about a debit. */
export const settling = (paymentId: string, outcome: Outcome): Action =>
  outside(`the bank debit ${outcome} for`, async (world) =>
    world.simulator.settle(intentOf(world, paymentId)?.id ?? "", outcome),
  );

/** A bank has taken a refund, or sent it back, perhaps after it had been taken. */
export const settlingRefund = (id: string, outcome: Outcome): Action =>
  outside(`the bank says that a refund ${outcome}`, ({ simulator }) =>
    simulator.settle(id, outcome),
  );

/** An event comes: for the first time, or again. */
export const arriving = ({ id, type }: PaymentEvent): Action => ({
  text: `the event ${type} comes of`,
  swept: true,
  refusals: () => [],
  outcome: () => {},
  async act({ simulator }) {
    const status = await simulator.send(id);
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  },
});

/** The booking that an event is about. */
export function bookingOfEvent({ data: { object } }: PaymentEvent, picture: Picture): string {
  if (object.object !== "refund") return bookingIn(picture, object.metadata.payment ?? "");
  return bookingIn(picture, picture.refunds[object.metadata.refund ?? ""]?.payment ?? "");
}
