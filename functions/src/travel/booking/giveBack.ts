import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Read, Write } from "../../core/decide.ts";
import { idOf } from "../../core/id.ts";
import {
  type RefundRequest,
  refundable,
  requestRefund,
} from "../../core/payments/requestRefund.ts";
import { type Payment, payments } from "../../core/payments/schema.ts";
import type { Booking } from "./schema.ts";

/**
 * Promises money of a booking back, of its newest payments first: one that changed its dates has several.
 * `occasion` tells refunds of one booking apart. `promised` may be less than was asked for: what somebody
 * has given back in the provider's dashboard is not given back again.
 */
export async function giveBack(
  read: Read,
  bookingId: string,
  { paidBy }: Booking,
  occasion: string,
  request: RefundRequest,
): Promise<{ promised: number; writes: Write[] }> {
  if (request.amount === 0) return { promised: 0, writes: [] };
  const found: readonly DocumentSnapshot<Payment>[] = await read(
    ...paidBy.map((id) => payments.doc(id)),
  );
  let rest = request.amount;
  const writes = found.toReversed().flatMap((payment) => {
    const paid = payment.data();
    const amount = Math.min(rest, paid ? refundable(paid) : 0);
    if (amount === 0) return [];
    rest -= amount;
    const refundId = idOf("refund", "bookings", bookingId, occasion, payment.id);
    return requestRefund(payment, refundId, { ...request, amount });
  });
  return { promised: request.amount - rest, writes };
}
