import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { confirm } from "../../support/payments.ts";
import type { Action } from "./action.ts";
import { hear, hearRefund } from "./money.ts";
import type { IntentPicture, Picture } from "./picture.ts";
import type { World } from "./world.ts";

// What happens at the provider, and how the shop hears of it.

const METHODS = {
  "a good card": "pm_card_visa",
  "a card that is declined": "pm_card_chargeDeclined",
  "a bank debit": "pm_success_de",
  "a card with slow refunds": "pm_card_pendingRefund",
};
export type Method = keyof typeof METHODS;
export const methods = Object.keys(METHODS) as Method[];

type Outcome = "succeeded" | "failed";

const intentIdOf = ({ simulator }: World, paymentId: string): string =>
  simulator.state().intents.find(({ metadata }) => metadata.payment === paymentId)?.id ?? "";

/** How an intent stands when somebody's bank has said yes or no. */
function banked({ intents, payments }: Picture, paymentId: string, outcome: Outcome): void {
  const paid = outcome === "succeeded";
  const intent = intents[paymentId]!;
  Object.assign(intent, {
    status: paid ? "succeeded" : "requires_payment_method",
    declined: !paid,
    received: paid ? payments[paymentId]!.amount : 0,
    ...(paid ? {} : { method: null }),
  });
}

/** A payer's browser tries to pay. The shop does not hear of it at once. */
export const confirming = (paymentId: string, with_: Method): Action => ({
  text: `the payer uses ${with_} for`,
  outside: true,
  refusals: () => [],
  outcome(picture) {
    const intent = picture.intents[paymentId]!;
    Object.assign(intent, { method: METHODS[with_], declined: false });
    if (with_ === "a bank debit") intent.status = "processing";
    else banked(picture, paymentId, with_ === "a card that is declined" ? "failed" : "succeeded");
  },
  act: async (world) => confirm(intentIdOf(world, paymentId), METHODS[with_]),
});

export const isOpen = ({ status }: IntentPicture): boolean => status.startsWith("requires_");

/** Somebody cancels an open intent in the provider's dashboard. */
export const cancelingAtProvider = (paymentId: string): Action => ({
  text: "somebody cancels in the provider's dashboard the payment of",
  outside: true,
  refusals: () => [],
  outcome({ intents }) {
    intents[paymentId]!.status = "canceled";
  },
  act: async (world) => provider().paymentIntents.cancel(intentIdOf(world, paymentId)),
});

/** A bank has made up its mind about a debit. */
export const settling = (paymentId: string, outcome: Outcome): Action => ({
  text: `the bank debit ${outcome} for`,
  outside: true,
  refusals: () => [],
  outcome: (picture) => banked(picture, paymentId, outcome),
  act: async (world) => world.simulator.settle(intentIdOf(world, paymentId), outcome),
});

/** A bank has taken a refund, or sent it back, perhaps after it had been taken. */
export const settlingRefund = (refundId: string, outcome: Outcome): Action => ({
  text: `the bank says that a refund ${outcome}`,
  outside: true,
  refusals: () => [],
  outcome({ refundsMade }) {
    refundsMade[refundId] = outcome;
  },
  async act({ simulator }) {
    const made = simulator.state().refunds.find(({ metadata }) => metadata.refund === refundId);
    await simulator.settle(made?.id ?? "", outcome);
  },
});

/** An event comes: for the first time, or again. */
export const arriving = ({ id, type, data: { object } }: PaymentEvent): Action => ({
  text: `the event ${type} comes of`,
  swept: true,
  refusals: () => [],
  outcome(picture, now) {
    if (picture.heard[id] || object.object === "charge") return;
    picture.heard[id] = true;
    if (object.object === "refund")
      return hearRefund(picture, object.metadata.refund!, object.status);
    hear(
      picture,
      object.metadata.payment!,
      {
        status: object.status,
        received: object.amount_received,
        declined: object.last_payment_error !== null,
        method: object.payment_method,
      },
      now,
    );
  },
  async act({ simulator }) {
    const status = await simulator.send(id);
    if (status !== 200) throw new Error(`the webhook answered ${status}`);
  },
});

/** What an event is about: the id of our payment. */
export function paymentIn({ data: { object } }: PaymentEvent, { refunds }: Picture): string {
  if (object.object === "refund") return refunds[object.metadata.refund ?? ""]?.payment ?? "";
  return object.metadata.payment ?? "";
}
