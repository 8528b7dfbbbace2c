import type { ComponentChildren } from "preact";
import type { Problem } from "../../core/problem.ts";
import { Refusal } from "../../core/ui/index.ts";

const cart = <a href="/shop/cart">Change your cart</a>;
const again = "Nothing was ordered twice: press the button again.";

/** What to do when the server takes no order; the sentence before it says why. */
const REMEDIES: Record<string, ComponentChildren> = {
  "price-changed": "Look at the sum above, and order again if it is all right with you.",
  "out-of-stock": cart,
  "not-for-sale": cart,
  "amount-too-large": cart,
  "email-needed": "Fill in your e-mail address, and order again.",
  "coupon-used": "Remove the coupon, and order again.",
  "coupon-used-up": "Remove the coupon, and order again.",
  "coupon-not-valid": "Remove the coupon, and order again.",
  "coupon-minimum": "Remove the coupon, or add something to your cart.",
  "coupon-needs-account": <a href="/login?next=/shop/checkout">Log in to use it</a>,
  "request-id-reused": (
    <a href="/shop/orders">This has been ordered already: look at your orders</a>
  ),
  contention: again,
  "not-confirmed": again,
};

export const OrderRefusal = ({ problem }: { problem: Problem | undefined }) => (
  <Refusal problem={problem}>{problem && REMEDIES[problem.reason]}</Refusal>
);
