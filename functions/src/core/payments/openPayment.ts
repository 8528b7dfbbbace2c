import type { DocumentSnapshot } from "firebase-admin/firestore";
import { MINUTE, stamp } from "../clock.ts";
import { create, type Write } from "../decide.ts";
import { type Payment, paymentIdOf, payments } from "./schema.ts";

interface Opened {
  /** The path of what is paid for. */
  subject: string;
  uid: string;
  /** Minor units. */
  amount: number;
  currency: string;
}

/**
 * Opens a payment, in the commit of whoever it is for; `payableOf` then makes the intent.
 * `previous` is the payment of the try before, which was canceled.
 */
export function openPayment(
  { subject, uid, amount, currency }: Opened,
  previous?: DocumentSnapshot<Payment>,
): { paymentId: string; write: Write } {
  const attempt = (previous?.data()?.attempt ?? 0) + 1;
  const paymentId = paymentIdOf(subject, attempt);
  const write = create(payments.doc(paymentId), {
    subject,
    attempt,
    uid,
    amount,
    currency,
    state: "created",
    intent: null,
    captured: 0,
    refunding: 0,
    refunded: 0,
    problem: null,
    review: null,
    createdAt: stamp(),
    checkAt: stamp(10 * MINUTE),
  });
  return { paymentId, write };
}
