import type { Order } from "kindling-client";
import { time } from "../../../core/words.ts";
import { nameIn, type Pieces } from "./pieces.ts";

/** What was shipped, and what came back. */
export function Parcels({ order }: { order: Order }) {
  const { shipments, returns } = order;
  if (shipments.length + returns.length === 0) return null;
  return (
    <section class="card">
      <h2>Parcels</h2>
      <ul class="lines">
        {shipments.map((parcel) => (
          <li key={parcel.id}>
            <div class="what">
              <p class="strong">{parcel.carrier}</p>
              <p>
                {parcel.trackingUrl === null ? (
                  parcel.trackingNumber
                ) : (
                  <a href={parcel.trackingUrl} target="_blank" rel="noopener">
                    {parcel.trackingNumber || "Follow it"}
                  </a>
                )}
              </p>
              <p class="hint">{contents(order, parcel.lines)}</p>
            </div>
            <p class="hint">{time(parcel.at)}</p>
          </li>
        ))}
        {returns.map((parcel) => (
          <li key={parcel.id}>
            <div class="what">
              <p class="strong">
                {parcel.restocked ? "Back on the shelf" : "Back, and written off"}
              </p>
              <p class="hint">{contents(order, parcel.lines)}</p>
            </div>
            <p class="hint">{time(parcel.at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const contents = (order: Order, lines: readonly Pieces[]): string =>
  lines.map(({ sku, quantity }) => `${quantity} × ${nameIn(order, sku)}`).join(", ");
