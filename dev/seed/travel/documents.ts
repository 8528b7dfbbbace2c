import type { Payment } from "../../../functions/src/core/payments/schema.ts";
import type { Booking, GuestList } from "../../../functions/src/travel/booking/schema.ts";
import { addDays, nightsOf } from "../../../functions/src/travel/calendar/dates.ts";
import { book, dayAt, type Months } from "../../../functions/src/travel/calendar/months.ts";
import type { Room } from "../../../functions/src/travel/calendar/schema.ts";
import type { Property, RoomType, StayReview } from "../../../functions/src/travel/schema.ts";
import { guestListOf, paymentOf, reviewOf } from "./around.ts";
import type { DemoStay } from "./demoPlace.ts";
import {
  calendarOf,
  type Located,
  propertyDocument,
  propertyIdOf,
  roomOf,
  roomTypeDocument,
} from "./listing.ts";
import { bookingOf } from "./stay.ts";

interface StayDocuments {
  id: string;
  booking: Booking;
  guestList: GuestList | undefined;
  payment: Payment | undefined;
  review: StayReview | undefined;
}

/** All documents of a property of the demo. */
export interface PlaceDocuments {
  propertyId: string;
  property: Property;
  rooms: { room: Room; roomType: RoomType; months: Months }[];
  stays: StayDocuments[];
}

/** Held to their schemas. A night of which more is booked than there is stops it. */
export function documentsOf(located: Located): PlaceDocuments {
  const { place } = located;
  const property = propertyDocument(located);
  const stays: StayDocuments[] = [];
  const rooms = place.rooms.map((demoRoom) => {
    const room = roomOf(place, demoRoom.id);
    const roomType = roomTypeDocument(located, demoRoom);
    let months = calendarOf(located, room, roomType);
    for (const stay of place.stays ?? []) {
      if (stay.room !== demoRoom.id) continue;
      const made = stayDocuments(stay, { room, property, roomType, months });
      stays.push(made);
      months = book(months, nightsCounted(made.booking), made.booking.rooms);
      refuseOverbooking(months, made.booking);
    }
    return { room, roomType, months };
  });
  if (stays.length !== (place.stays ?? []).length) throw new Error(`${place.id}: no such room`);
  return { propertyId: propertyIdOf(place), property, rooms, stays };
}

function stayDocuments(stay: DemoStay, rooms: Parameters<typeof bookingOf>[1]): StayDocuments {
  const { id, booking } = bookingOf(stay, rooms);
  return {
    id,
    booking,
    guestList: guestListOf(stay, booking),
    payment: paymentOf(id, booking),
    review: reviewOf(stay, booking),
  };
}

/** Who has not come by the next day leaves the rest to others. */
function nightsCounted({ state, checkIn, checkOut }: Booking): string[] {
  if (state === "no_show") return nightsOf({ checkIn, checkOut: addDays(checkIn, 1) });
  const isCounted = state === "confirmed" || state === "checked_in" || state === "completed";
  return isCounted ? nightsOf({ checkIn, checkOut }) : [];
}

function refuseOverbooking(months: Months, { nights, propertyName }: Booking): void {
  for (const { date } of nights) {
    const { booked = 0, capacity = 0 } = dayAt(months, date) ?? {};
    if (booked > capacity) throw new Error(`${propertyName} is overbooked on ${date}`);
  }
}
