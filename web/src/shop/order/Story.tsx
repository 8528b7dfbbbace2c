import type { Order } from "kindling-client";
import { type Moment, Timeline } from "../../core/ui/index.ts";
import { money, time } from "../../core/words.ts";
import { Parcel } from "./Parcel.tsx";
import { EVENTS } from "./words.ts";

/** What has happened to an order, with its parcels where they left the house. */
export function Story({ of: order }: { of: Order }) {
  let parcels = 0;
  const moments = order.timeline.map(({ event, at, amount }, index): Moment => {
    const parcel = event === "shipped" ? order.shipments[parcels++] : undefined;
    return {
      key: `${index}`,
      title:
        amount === undefined ? EVENTS[event] : `${EVENTS[event]}: ${money(amount, order.currency)}`,
      at: time(at),
      ...(parcel && { detail: <Parcel order={order} parcel={parcel} /> }),
    };
  });
  return (
    <div aria-live="polite">
      <Timeline moments={moments} />
    </div>
  );
}
