import type { Order } from "kindling-client";
import { count, money } from "../../../core/words.ts";
import { piecesOf, returned, shipped } from "./pieces.ts";

/** What was ordered, where its pieces are, and what it comes to. */
export function Lines({ order }: { order: Order }) {
  const { totals, currency } = order;
  const sums = [
    ["Goods", totals.lines],
    ["Discount", -totals.discount],
    ["Shipping", totals.shipping],
    ["Tax", totals.tax],
  ] as const;
  return (
    <section class="card">
      <h2>Goods</h2>
      <ul class="lines staff-short">
        {order.lines.map((line) => (
          <li key={line.sku}>
            <div class="what">
              <p class="strong">
                {line.quantity} × {line.name}
              </p>
              <p class="hint">
                {line.sku} · {money(line.price, currency)} each
              </p>
              <p class="hint">{whereabouts(order, line.sku)}</p>
            </div>
            <p class="price">{money(line.amount, currency)}</p>
          </li>
        ))}
      </ul>
      <dl class="sum">
        {sums
          .filter(([, amount]) => amount !== 0)
          .map(([name, amount]) => (
            <div key={name} class="staff-line">
              <dt>
                {name}
                {name === "Discount" && order.coupon && ` (${order.coupon})`}
              </dt>
              <dd>{money(amount, currency)}</dd>
            </div>
          ))}
        <dt class="total">Total</dt>
        <dd class="total">{money(totals.total, currency)}</dd>
      </dl>
    </section>
  );
}

/** "2 shipped, 1 came back", or nothing. */
const whereabouts = (order: Order, sku: string): string =>
  [
    ["shipped", piecesOf(sku, shipped(order))] as const,
    ["came back", piecesOf(sku, returned(order))] as const,
    ["will not be sent", piecesOf(sku, order.withdrawn)] as const,
  ]
    .filter(([, pieces]) => pieces > 0)
    .map(([what, pieces]) => `${count(pieces, "piece")} ${what}`)
    .join(", ");
