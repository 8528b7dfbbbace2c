import type { Order } from "kindling-client";

/** A parcel: who brings it, how it is followed, and what is in it. */
export function Parcel({ order, parcel }: { order: Order; parcel: Order["shipments"][number] }) {
  const { carrier, trackingNumber, trackingUrl, lines } = parcel;
  const nameOf = (sku: string) => order.lines.find((line) => line.sku === sku)?.name ?? sku;
  return (
    <>
      <p>
        {carrier}{" "}
        {trackingUrl === null ? (
          <span class="strong">{trackingNumber}</span>
        ) : (
          <a href={trackingUrl} target="_blank" rel="noopener">
            {trackingNumber}
          </a>
        )}
      </p>
      <p class="hint">
        {lines.map(({ sku, quantity }) => `${quantity} × ${nameOf(sku)}`).join(", ")}
      </p>
    </>
  );
}
