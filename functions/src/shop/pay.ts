import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { now } from "../core/clock.ts";
import { type Decision, decide, type Read, update } from "../core/decide.ts";
import { charge } from "../core/limits.ts";
import { payableOf } from "../core/payments/intents.ts";
import { openPayment } from "../core/payments/openPayment.ts";
import { payments } from "../core/payments/schema.ts";
import { refuse } from "../core/refuse.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { OrderReference } from "./inputs.ts";
import { own } from "./order/ownOrder.ts";
import { orders } from "./order/schema.ts";
import { next } from "./order/states.ts";

/** Each such call asks the provider, who takes only so many requests of all our customers together. */
export const PAY_LIMIT = { calls: 60, seconds: 3600 };

/**
 * Lets a customer pay an order of theirs: answers `{ paymentId, intent, clientSecret, amount,
 * currency }` for the payment provider's client library, amount in minor units. Calling again, as
 * often as one likes, answers the same payment; a new one only if the last was canceled. What came
 * of it is seen in the order.
 *
 * Refuses `not-found`/`no-such-order` (another's too), `failed-precondition` with `wrong-state`,
 * `order-expired` or `amount-too-small`, `unavailable`/`provider-unavailable`, and
 * `resource-exhausted`/`too-many-requests` over 60 an hour.
 */
export const pay = callable(
  { access: "signed-in", input: OrderReference, options: { secrets: [stripeSecretKey] } },
  async ({ orderId }, caller) => {
    const paymentId = await decide((read) => paymentFor(read, orderId, caller));
    await charge("shop.pay", caller.uid, PAY_LIMIT);
    return payableOf(paymentId);
  },
);

/** The order names the payment in the same commit: who closes it sees what there is to cancel. */
async function paymentFor(read: Read, orderId: string, caller: Caller): Promise<Decision<string>> {
  const [order] = await read(orders.doc(orderId));
  const current = own(order, caller);
  next(current.state, "pay");
  if (current.closeAt && current.closeAt.toMillis() <= now().getTime()) {
    refuse("failed-precondition", "order-expired", "The time to pay this order is over.");
  }
  const [last] = current.payment ? await read(payments.doc(current.payment)) : [];
  if (last && last.data()?.state !== "canceled") return { answer: last.id };
  const { currency, totals, uid } = current;
  const subject = order.ref.path;
  const opened = openPayment({ subject, uid, amount: totals.total, currency }, last);
  const { paymentId } = opened;
  return { answer: paymentId, writes: [opened.write, update(order, { payment: paymentId })] };
}
