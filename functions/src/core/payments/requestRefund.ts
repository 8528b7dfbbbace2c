import type { DocumentSnapshot } from "firebase-admin/firestore";
import { MINUTE, stamp } from "../clock.ts";
import { create, update, type Write } from "../decide.ts";
import { formatMoney } from "../money.ts";
import { refuse } from "../refuse.ts";
import { type Payment, type Refund, refunds } from "./schema.ts";

/** A refund as it is asked for. */
export interface RefundRequest {
  /** Minor units. */
  amount: number;
  reason: string;
  /** A uid, or "system". */
  by: string;
}

/**
 * What of a payment has been received and not been promised back, in minor units. More than was
 * received may be promised for a while: what was given back in the provider's dashboard comes on top.
 */
export const refundable = ({ captured, refunding }: Payment): number =>
  Math.max(captured - refunding, 0);

/**
 * Promises part or all of a payment back, in the commit of whoever decides it: however many do so
 * at once, Σ refunds ≤ captured. `refundId` is the refund's and its idempotency key. The money
 * itself is moved after the commit, by `executeRefund`.
 *
 * Refuses `failed-precondition`/`refund-too-large` with what is `left`.
 */
export function requestRefund(
  payment: DocumentSnapshot<Payment>,
  refundId: string,
  request: RefundRequest,
): Write[] {
  const current = payment.data();
  if (!current) throw new Error(`there is no payment ${payment.id}`);
  const left = refundable(current);
  if (request.amount > left) {
    const sentence = `Only ${formatMoney(left, current.currency)} can still be refunded.`;
    refuse("failed-precondition", "refund-too-large", sentence, { left });
  }
  return [
    update(payment, { refunding: current.refunding + request.amount }),
    create(refunds.doc(refundId), refundOf(payment.id, current, request)),
  ];
}

/** The document of a refund that has just been promised. */
export const refundOf = (
  paymentId: string,
  { subject, uid, currency }: Payment,
  { amount, reason, by }: RefundRequest,
): Refund => ({
  payment: paymentId,
  subject,
  uid,
  amount,
  currency,
  state: "pending",
  reason,
  by,
  providerId: null,
  attempts: 0,
  createdAt: stamp(),
  nextAt: stamp(MINUTE),
});
