import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { refundable, requestRefund } from "../core/payments/requestRefund.ts";
import { payments, refunds } from "../core/payments/schema.ts";
import { refuse } from "../core/refuse.ts";
import { RefundOrder } from "./inputs.ts";
import { existing } from "./order/ownOrder.ts";
import { orders } from "./order/schema.ts";
import { next } from "./order/states.ts";

/**
 * Gives back part or all of what an order has been paid. However many call at once, Σ refunds ≤
 * captured; calling again with the same `requestId` refunds once. The promise stands when this
 * answers, `{ refundId, amount }` in minor units; the money follows: see `refunds/{refundId}`.
 *
 * For order managers; who may is read from the staff document. Refuses `not-found`/`no-such-order`,
 * `failed-precondition` with `wrong-state`, `nothing-to-refund` or `refund-too-large` (`left`), and
 * `already-exists`/`request-id-reused`.
 */
export const refundOrder = callable(
  { access: ["order_manager"], input: RefundOrder },
  ({ requestId, orderId, amount: wanted, reason }, caller) =>
    decide(async (read) => {
      const refundId = idOf("refund", orderId, requestId);
      const [order] = await read(orders.doc(orderId));
      const current = existing(order);
      if (current.payment === null) {
        next(current.state, "refund");
        nothingLeft();
      }
      // In one reading: of a payment that has this refund promised, the refund is there.
      const [refund, payment] = await read(refunds.doc(refundId), payments.doc(current.payment));
      const promised = refund.data();
      if (promised) {
        const { amount } = promised;
        const first = fingerprintOf({ amount: wanted && amount, reason: promised.reason });
        refuseOtherInput(first, fingerprintOf({ amount: wanted, reason }));
        return { answer: { refundId, amount } };
      }
      next(current.state, "refund");
      const paid = payment.data();
      const amount = wanted ?? (paid ? refundable(paid) : 0);
      if (amount === 0) nothingLeft();
      return {
        answer: { refundId, amount },
        writes: requestRefund(payment, refundId, { amount, reason, by: caller.uid }),
      };
    }),
);

function nothingLeft(): never {
  refuse("failed-precondition", "nothing-to-refund", "There is nothing left to refund.");
}
