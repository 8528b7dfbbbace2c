import type { Booking } from "kindling-client";
import { Timeline } from "../../core/ui/index.ts";
import { money, time } from "../../core/words.ts";

type Event = Booking["timeline"][number]["event"];

const TITLES: Record<Event, string> = {
  requested: "Asked for",
  accepted: "Accepted by the host",
  declined: "Declined by the host",
  held: "Held",
  confirmed: "Paid and confirmed",
  paid_late: "Paid too late",
  changed: "Moved to other dates",
  checked_in: "Checked in",
  completed: "Completed",
  no_show: "Nobody came",
  expired: "Lapsed",
  cancelled: "Cancelled",
  cancelled_by_host: "Cancelled by the host",
  refunded: "Money given back",
};

/** What has happened to a booking, the oldest first. */
export function Story({ booking: { timeline } }: { booking: Booking }) {
  const moments = timeline.map(({ event, at, amount }, index) => ({
    key: `${index} ${event}`,
    title: TITLES[event],
    at: time(at),
    ...(amount ? { detail: <p>{money(amount)}</p> } : {}),
  }));
  return (
    <section class="stack">
      <h2>What has happened</h2>
      <Timeline moments={moments} />
    </section>
  );
}
