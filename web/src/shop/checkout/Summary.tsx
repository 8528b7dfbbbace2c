import type { Action } from "../../core/action.ts";
import { Button } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import { CouponForm } from "../cart/CouponForm.tsx";
import type { Quoted } from "../cart/quote.ts";
import { Sum } from "../cart/Sum.tsx";
import { OrderRefusal } from "./OrderRefusal.tsx";

interface SummaryProps {
  quoted: Quoted;
  coupon: string;
  onCoupon: (coupon: string) => void;
  /** The id of the form that the button sends. */
  form: string;
  place: Action<[]>;
}

/** What is ordered, for how much, and the button that orders it. */
export function Summary({ quoted, coupon, onCoupon, form, place }: SummaryProps) {
  const { quote, gone, isLoading } = quoted;
  return (
    <section class="card" aria-labelledby="summary">
      <h2 id="summary">Your order</h2>
      <ul class="stack close">
        {quote?.lines.map(({ sku, name, quantity, amount }) => (
          <li key={sku} class="row between">
            <span class="grow">
              {quantity} × {name}
            </span>
            <span class="price">{money(amount, quote.currency)}</span>
          </li>
        ))}
      </ul>
      {gone.length > 0 && (
        <p class="hint">
          What is not for sale any more stays in <a href="/shop/cart">your cart</a>.
        </p>
      )}
      <CouponForm coupon={coupon} onCoupon={onCoupon} problem={quoted.couponProblem} />
      <Sum of={quoted} />
      <OrderRefusal problem={place.problem} />
      {quote && (
        <Button type="submit" form={form} look="primary" isBusy={place.isBusy || isLoading}>
          Order for {money(quote.totals.total, quote.currency)}
        </Button>
      )}
      <p class="hint">You pay on the next page. We hold the goods for half an hour meanwhile.</p>
    </section>
  );
}
