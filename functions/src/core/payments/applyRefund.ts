import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import type Stripe from "stripe";
import { create, decide, type Read, update, type Write } from "../decide.ts";
import { applyIntent } from "./applyIntent.ts";
import { isSeen, noted, type ProviderEvent } from "./events.ts";
import { tell } from "./payees.ts";
import { paymentOfIntent } from "./paymentOfIntent.ts";
import { provider } from "./provider.ts";
import { refundOf } from "./requestRefund.ts";
import { isId, type Payment, payments, type Refund, refunds } from "./schema.ts";

/** What of the provider's refund matters to us. */
export type ProviderRefund = Pick<
  Stripe.Refund,
  "id" | "amount" | "status" | "metadata" | "payment_intent"
>;

/**
 * Takes over what the provider says of a refund: that it has been made, or that the bank would not
 * take it. One that was made in the provider's dashboard is entered as one of its payment. Like
 * `applyIntent` in that order and repetition don't matter.
 */
export async function applyRefund(made: ProviderRefund, event?: ProviderEvent): Promise<void> {
  const unheard = await enter(made, event);
  if (unheard === null) return;
  await applyIntent(await provider().paymentIntents.retrieve(unheard));
  await enter(made, event);
}

/**
 * Enters a refund, and answers null. If we have not heard yet that its payment succeeded, does
 * nothing and answers the intent to ask about.
 */
function enter(made: ProviderRefund, event?: ProviderEvent): Promise<string | null> {
  return decide(async (read) => {
    if (await isSeen(read, event)) return { answer: null };
    const refund = await documentOf(read, made);
    const payment = await paymentOf(read, refund, made);
    const paid = payment?.data();
    if (!payment || !paid) return { answer: null };
    if (paid.state !== "succeeded") return { answer: paid.intent };

    const known = refund.data();
    const before =
      known ??
      refundOf(payment.id, paid, { amount: made.amount, reason: "dashboard", by: "provider" });
    const state = follow(before.state, stateOf(made));
    if (known && state === known.state && known.providerId !== null) {
      return { answer: null, writes: noted(event, "nothing new") };
    }
    const after: Refund = { ...before, state, providerId: made.id };
    const was = known ? amountsOf(known) : { refunding: 0, refunded: 0 };
    const is = amountsOf(after);
    const moved = {
      refunding: paid.refunding + is.refunding - was.refunding,
      refunded: paid.refunded + is.refunded - was.refunded,
    };
    const { writes } =
      state === before.state
        ? { writes: [] }
        : await tell(read, {
            kind: state === "succeeded" ? "refunded" : "refund-failed",
            paymentId: payment.id,
            payment: { ...paid, ...moved },
            refundId: refund.id,
            refund: after,
          });
    return {
      answer: null,
      writes: [
        entered(refund, after),
        update(payment, moved),
        ...writes,
        ...noted(event, "applied"),
      ],
    };
  });
}

function entered(refund: DocumentSnapshot<Refund>, after: Refund): Write {
  const { nextAt: _, ...settled } = after;
  const open = after.state === "pending";
  if (!refund.exists) return create(refund.ref, open ? after : settled);
  const { state, providerId } = after;
  return update(refund, { state, providerId, ...(open ? {} : { nextAt: FieldValue.delete() }) });
}

/** That of the refund which it was made for; of its own, if it was for none or is a second one. */
async function documentOf(
  read: Read,
  { id, metadata }: ProviderRefund,
): Promise<DocumentSnapshot<Refund>> {
  const promised = metadata?.refund;
  if (isId(promised)) {
    const [refund] = await read(refunds.doc(promised));
    if ((refund.data()?.providerId ?? id) === id) return refund;
  }
  const [own] = await read(refunds.doc(id));
  return own;
}

/** Of a refund that we did not make, the payment is known by its intent. */
async function paymentOf(
  read: Read,
  refund: DocumentSnapshot<Refund>,
  { payment_intent: intent }: ProviderRefund,
): Promise<DocumentSnapshot<Payment> | undefined> {
  const known = refund.data();
  if (known) return (await read(payments.doc(known.payment)))[0];
  return paymentOfIntent(intent);
}

const RANK: Record<Refund["state"], number> = { pending: 0, succeeded: 1, failed: 2 };

const follow = (before: Refund["state"], next: Refund["state"]): Refund["state"] =>
  RANK[next] > RANK[before] ? next : before;

function stateOf({ status }: ProviderRefund): Refund["state"] {
  if (status === "succeeded") return "succeeded";
  return status === "failed" || status === "canceled" ? "failed" : "pending";
}

/** What a refund takes of its payment. */
const amountsOf = ({ state, amount }: Refund) => ({
  refunding: state === "failed" ? 0 : amount,
  refunded: state === "succeeded" ? amount : 0,
});
