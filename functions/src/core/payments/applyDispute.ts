import type Stripe from "stripe";
import { decide, update } from "../decide.ts";
import { isSeen, noted, type ProviderEvent } from "./events.ts";
import { tell } from "./payees.ts";
import { paymentOfIntent } from "./paymentOfIntent.ts";

/** What of the provider's dispute matters to us. */
type Dispute = Pick<Stripe.Dispute, "status" | "payment_intent">;

/**
 * A payer has asked their bank for the money back. The answer is for people to give, in the
 * provider's dashboard: payment and payee are flagged for review, and nothing else changes.
 */
export const applyDispute = (dispute: Dispute, event: ProviderEvent): Promise<void> =>
  decide(async (read) => {
    if (await isSeen(read, event)) return { answer: undefined };
    const payment = await paymentOfIntent(dispute.payment_intent);
    if (!payment) return { answer: undefined };
    const review = `disputed: ${dispute.status}`;
    const flagged = { ...payment.data(), review };
    const news = { kind: "review", paymentId: payment.id, payment: flagged } as const;
    const { writes } = await tell(read, news);
    return {
      answer: undefined,
      writes: [update(payment, { review }), ...writes, ...noted(event, "review")],
    };
  });
