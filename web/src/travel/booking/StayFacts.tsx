import type { Booking, BookingState } from "kindling-client";
import { count, money, plainDate } from "../../core/words.ts";
import { cityName } from "../city.ts";
import { policySentences } from "../policy.ts";
import { Totals } from "../Totals.tsx";

const CAN_BE_CANCELLED: readonly BookingState[] = ["requested", "held", "confirmed"];

/** What was agreed on. */
export function StayFacts({ booking }: { booking: Booking }) {
  const { reference, address, city, checkIn, checkOut, checkInFrom, checkOutUntil } = booking;
  const { guests, rooms, nights, totals, paid, captured, refunded, policy, state } = booking;
  return (
    <aside class="card" aria-label="The stay">
      {reference && (
        <p>
          <span class="hint">Reference</span> <strong class="reference">{reference}</strong>
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>Check-in</dt>
          <dd>
            {plainDate(checkIn)}, from {checkInFrom}
          </dd>
        </div>
        <div>
          <dt>Check-out</dt>
          <dd>
            {plainDate(checkOut)}, until {checkOutUntil}
          </dd>
        </div>
        <div>
          <dt>For</dt>
          <dd>
            {count(guests, "guest")}, {count(rooms, "room")}
          </dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>
            {address}, {cityName(city)}
          </dd>
        </div>
      </dl>
      <Totals totals={totals} nights={count(nights.length, "night")} />
      {captured > 0 && (
        <p class="hint">
          Paid: {money(captured)}
          {captured > paid && `, of which ${money(captured - paid)} goes back`}
          {refunded > 0 && ` (${money(refunded)} so far)`}.
        </p>
      )}
      {CAN_BE_CANCELLED.includes(state) && (
        <ul class="hint">
          {policySentences(policy).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </aside>
  );
}
