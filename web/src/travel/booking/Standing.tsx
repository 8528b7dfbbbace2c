import type { Booking, BookingState } from "kindling-client";
import { LinkButton, Notice } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import { addressOf } from "../wish.ts";
import { Cancel } from "./Cancel.tsx";
import { ChangeDates } from "./ChangeDates.tsx";
import { Guests } from "./Guests.tsx";
import { Held } from "./Held.tsx";
import { Requested } from "./Requested.tsx";
import { Review } from "./Review.tsx";

interface StandingProps {
  id: string;
  booking: Booking;
  /** By now. */
  state: BookingState;
}

/** What somebody can do about a stay of theirs, or should know. */
export function Standing({ id, booking, state }: StandingProps) {
  switch (state) {
    case "requested":
      return <Requested id={id} booking={booking} />;
    case "held":
      return <Held id={id} booking={booking} />;
    case "expired":
      return <Lapsed booking={booking} />;
    case "confirmed":
      return <Confirmed id={id} booking={booking} />;
    case "checked_in":
      return <Notice tone="good">Welcome. Have a good stay.</Notice>;
    case "completed":
      return <Review id={id} booking={booking} />;
    case "no_show":
      return <Notice tone="warn">Nobody came, as the host has it. Nothing goes back.</Notice>;
    case "declined":
      return (
        <Over
          booking={booking}
          sentence="The host can't have you on these days. Nothing was paid."
        />
      );
    default:
      return <Over booking={booking} sentence={cancelledSentence(booking)} />;
  }
}

function Lapsed({ booking }: { booking: Booking }) {
  const sentence =
    booking.captured > 0
      ? "Your payment came when the nights were gone. All of it goes back."
      : booking.timeline.some(({ event }) => event === "held")
        ? "The time to pay this stay is over, and its nights are free again. Nothing was paid."
        : "The host has not answered in time. Nothing was paid.";
  return <Over booking={booking} sentence={sentence} />;
}

/** What is over, and where to go from there. */
function Over({ booking, sentence }: { booking: Booking; sentence: string }) {
  const { propertyId, city, checkIn, checkOut, guests, rooms, roomTypeId } = booking;
  const stay = { checkIn, checkOut, guests, rooms };
  return (
    <>
      <Notice tone="warn">{sentence}</Notice>
      <p class="row">
        <LinkButton look="primary" href={addressOf("/travel", { city, ...stay })}>
          Search again
        </LinkButton>
        <LinkButton href={addressOf(`/travel/places/${propertyId}`, { ...stay, roomTypeId })}>
          See this place again
        </LinkButton>
      </p>
    </>
  );
}

function cancelledSentence({ captured, paid, refunded, timeline }: Booking): string {
  const byHost = timeline.some(({ event }) => event === "cancelled_by_host");
  const who = byHost ? "The host had to cancel this stay." : "This stay is cancelled.";
  if (captured === 0) return `${who} Nothing was paid.`;
  const back = captured - paid;
  if (back === 0) return `${who} By its policy nothing comes back.`;
  return refunded >= back
    ? `${who} ${money(back)} has been given back.`
    : `${who} ${money(back)} is on its way back to you.`;
}

function Confirmed({ id, booking }: { id: string; booking: Booking }) {
  return (
    <>
      <Notice tone="good">
        The stay is yours. Show the reference {booking.reference} when you arrive.
      </Notice>
      <Guests id={id} booking={booking} />
      <ChangeDates id={id} booking={booking} />
      <Cancel id={id} booking={booking} />
    </>
  );
}
