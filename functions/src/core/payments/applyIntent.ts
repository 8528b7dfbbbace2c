import { FieldValue } from "firebase-admin/firestore";
import type Stripe from "stripe";
import { create, decide, update } from "../decide.ts";
import { idOf } from "../id.ts";
import { isSeen, noted, type ProviderEvent } from "./events.ts";
import { hear } from "./hear.ts";
import { type Response, tell } from "./payees.ts";
import { refundOf } from "./requestRefund.ts";
import { isId, type Payment, payments, refunds } from "./schema.ts";

/**
 * Takes over what the provider says of an intent, by an event or because it was asked. In which
 * order that is heard does not matter, nor how often: see `hear`; and each event is applied once.
 * The payee's part is in the same commit.
 *
 * Answers the payment as it is then; nothing if the intent is none of ours (another system may
 * share the account at the provider).
 */
export function applyIntent(
  intent: Stripe.PaymentIntent,
  event?: ProviderEvent,
): Promise<Payment | undefined> {
  const paymentId = intent.metadata.payment;
  if (!isId(paymentId)) return Promise.resolve(undefined);
  return decide(async (read) => {
    if (await isSeen(read, event)) return { answer: undefined };
    const [payment] = await read(payments.doc(paymentId));
    const before = payment.data();
    if (!before) return { answer: undefined };
    const heard = hear(before, intent);
    if (!heard) return { answer: before, writes: noted(event, "nothing new") };

    const after: Payment = { ...before, ...heard.after };
    const response: Response = heard.news
      ? await tell(read, { kind: heard.news, paymentId, payment: after })
      : { writes: [] };
    const { writes, joint, refund = 0 } = response;
    after.refunding += refund;
    const settled = after.state === "canceled" || after.state === "succeeded";
    return {
      answer: after,
      joint,
      writes: [
        update(payment, {
          ...heard.after,
          refunding: after.refunding,
          ...(settled ? { checkAt: FieldValue.delete() } : {}),
        }),
        ...(refund > 0
          ? [
              create(
                refunds.doc(idOf("refund", paymentId, "not kept")),
                refundOf(paymentId, after, { amount: refund, reason: "", by: "system" }),
              ),
            ]
          : []),
        ...writes,
        ...noted(event, heard.news === "review" ? "review" : "applied"),
      ],
    };
  });
}
