import type { Order } from "kindling-client";
import { money } from "../../core/words.ts";
import { Totals } from "../cart/Sum.tsx";

/** What was ordered, for how much; once it is there, the way to say something of it. */
export function OrderLines({ order }: { order: Order }) {
  const { state, lines, totals, currency, coupon, refunded } = order;
  return (
    <section class="card" aria-labelledby="lines">
      <h2 id="lines">What you ordered</h2>
      <div class="table-frame">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Product</th>
              <th scope="col" class="number">
                Price
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ sku, productId, name, quantity, price, amount }) => (
              <tr key={sku}>
                <td>
                  <p>
                    {quantity} × <a href={`/shop/products/${productId}`}>{name}</a>
                  </p>
                  <p class="hint">{money(price, currency)} each</p>
                  {state === "delivered" && (
                    <a href={`/shop/products/${productId}`}>
                      Review it<span class="hidden-label">: {name}</span>
                    </a>
                  )}
                </td>
                <td class="number">{money(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Totals of={totals} currency={currency} />
      {coupon && <p class="hint">With the coupon {coupon}.</p>}
      {refunded > 0 && (
        <p>
          Sent back to you: <span class="price">{money(refunded, currency)}</span>
        </p>
      )}
    </section>
  );
}
