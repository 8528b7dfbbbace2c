import type { Booking } from "kindling-client";
import type { ComponentChildren } from "preact";
import { Badge } from "../../core/ui/index.ts";
import { count, money, plainDate } from "../../core/words.ts";
import { standingOf } from "../standing.ts";

interface StayRowProps {
  id: string;
  booking: Booking;
  /** What can be done about it. */
  children?: ComponentChildren;
}

/** A stay in a list of the host's. */
export function StayRow({ id, booking, children }: StayRowProps) {
  const { reference, propertyName, roomName, checkIn, checkOut, guests, rooms, totals } = booking;
  const { word, tone } = standingOf(booking.state);
  return (
    <li class="stack close">
      <p class="row between">
        <a class="strong" href={`/travel/host/bookings/${id}`}>
          {roomName}, {propertyName}
        </a>
        <Badge tone={tone}>{word}</Badge>
      </p>
      <p class="hint">
        {reference && `${reference}: `}
        {plainDate(checkIn)} to {plainDate(checkOut)}, {count(guests, "guest")},{" "}
        {count(rooms, "room")}, {money(totals.total)}
      </p>
      {children}
    </li>
  );
}
