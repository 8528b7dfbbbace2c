import { ShoppingCart } from "lucide";
import { Empty, LinkButton, Loading, Page, Refusal, Select } from "../core/ui/index.ts";
import { count } from "../core/words.ts";
import { CartLine } from "./cart/CartLine.tsx";
import { CouponForm } from "./cart/CouponForm.tsx";
import { useCart } from "./cart/cart.ts";
import { PutBack, useTakenOut } from "./cart/PutBack.tsx";
import { requested, useQuote } from "./cart/quote.ts";
import { Sum } from "./cart/Sum.tsx";
import { useNoted } from "./cart/shown.ts";
import { countries, countryOf } from "./countries.ts";
import { useKept } from "./kept.ts";
import "./shop.css";
import "./cart/cart.css";

/** What somebody is about to buy, and what it costs now. */
export default function Cart() {
  const { lines, pieces, isLoading, problem, setQuantity } = useCart();
  const [country, setCountry] = useKept("country", "DE");
  const [coupon, setCoupon] = useKept("coupon", "");
  const quoted = useQuote({ lines, country: countryOf(country), coupon });
  const { quote, gone } = quoted;
  const takenOut = useTakenOut(setQuantity);
  useNoted(quote);

  return (
    <Page title="Cart" from={["Shop", "/shop"]} lead={pieces > 0 && count(pieces, "piece")}>
      {isLoading && <Loading what="Fetching your cart" />}
      <Refusal problem={problem} />
      <PutBack of={takenOut} />
      {!isLoading && pieces === 0 && (
        <Empty icon={ShoppingCart} title="Your cart is empty">
          <p>What you add to it stays here, on all your devices once you have logged in.</p>
          <LinkButton href="/shop" look="primary">
            Look around the shop
          </LinkButton>
        </Empty>
      )}
      {pieces > 0 && (
        <div class="split">
          <ul class="stack" aria-label="In your cart">
            {requested(lines).map(({ sku, quantity }) => (
              <CartLine
                key={sku}
                sku={sku}
                quantity={quantity}
                line={quote?.lines.find((line) => line.sku === sku)}
                isGone={gone.includes(sku)}
                onQuantity={(wanted) => setQuantity(sku, wanted)}
                onRemove={(name) => takenOut.take(sku, quantity, name)}
              />
            ))}
          </ul>
          <section class="card" aria-label="What it costs">
            <Select
              label="Sent to"
              options={countries}
              value={country}
              onValue={(chosen) => setCountry(chosen)}
            />
            <CouponForm coupon={coupon} onCoupon={setCoupon} problem={quoted.couponProblem} />
            <Sum of={quoted} />
            {quote && (
              <LinkButton href="/shop/checkout" look="primary">
                To the checkout
              </LinkButton>
            )}
          </section>
        </div>
      )}
    </Page>
  );
}
