import type { Booking, BookingState } from "kindling-client";
import type { Found } from "../../core/live.ts";
import { Badge } from "../../core/ui/index.ts";
import { count, money, plainDate } from "../../core/words.ts";
import { cityName } from "../city.ts";
import { Scene } from "../Scene.tsx";
import { standingOf, stateBy } from "../standing.ts";

interface TripListProps {
  title: string;
  bookings: readonly Found<Booking>[];
  states: readonly BookingState[];
}

/** Those trips that stand in one of some states, and nothing where there is none. */
export function TripList({ title, bookings, states }: TripListProps) {
  const shown = bookings.filter((booking) => states.includes(stateBy(booking.data(), Date.now())));
  if (shown.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="tiles">
        {shown.map((found) => (
          <Trip key={found.id} id={found.id} booking={found.data()} />
        ))}
      </ul>
    </section>
  );
}

function Trip({ id, booking }: { id: string; booking: Booking }) {
  const { propertyName, city, checkIn, checkOut, guests, totals } = booking;
  const { word, tone } = standingOf(stateBy(booking, Date.now()));
  return (
    <li class="card link place-card">
      <Scene name={propertyName} photo={null} />
      <h3>
        <a href={`/travel/bookings/${id}`}>{propertyName}</a>
      </h3>
      <p class="muted">{cityName(city)}</p>
      <p>
        {plainDate(checkIn)} to {plainDate(checkOut)}
        <br />
        {count(guests, "guest")}
      </p>
      <p class="row between">
        <Badge tone={tone}>{word}</Badge>
        <span class="price">{money(totals.total)}</span>
      </p>
    </li>
  );
}
