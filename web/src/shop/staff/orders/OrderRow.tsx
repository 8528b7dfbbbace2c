import type { Order } from "kindling-client";
import { Badge } from "../../../core/ui/index.ts";
import { count, money, time } from "../../../core/words.ts";
import { nameOfCountry } from "../../countries.ts";

/** An order among many: what it is, whose, and what it is worth. */
export function OrderRow({ orderId, order }: { orderId: string; order: Order }) {
  const { name, city, country } = order.shipTo;
  const pieces = order.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const whose = [name || "A former customer", city, nameOfCountry(country)]
    .filter((part) => part)
    .join(", ");
  return (
    <li>
      <div class="what">
        <a class="leads" href={`/staff/orders/${orderId}`}>
          {order.number}
        </a>
        <p>{whose}</p>
        <p class="hint">
          {time(order.placedAt)} · {count(pieces, "piece")}
        </p>
      </div>
      <div class="how">
        {order.review !== null && <Badge tone="bad">Look at it</Badge>}
        <span class="price">{money(order.totals.total, order.currency)}</span>
      </div>
    </li>
  );
}
