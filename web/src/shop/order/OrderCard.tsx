import type { Order } from "kindling-client";
import { Badge } from "../../core/ui/index.ts";
import { day, money } from "../../core/words.ts";
import { STANDINGS } from "./words.ts";

/** An order in a list. */
export function OrderCard({ id, order }: { id: string; order: Order }) {
  const { number, state, lines, totals, currency, placedAt } = order;
  const { word, tone } = STANDINGS[state];
  return (
    <li class="card link">
      <div class="row between">
        <h2>
          <a href={`/shop/orders/${id}`}>Order {number}</a>
        </h2>
        <Badge tone={tone}>{word}</Badge>
      </div>
      <p>{lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", ")}</p>
      <p class="row between hint">
        <span>{day(placedAt)}</span>
        <span class="price">{money(totals.total, currency)}</span>
      </p>
    </li>
  );
}
