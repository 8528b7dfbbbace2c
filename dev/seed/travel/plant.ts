import { create, decide, type Write } from "../../../functions/src/core/decide.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { bookings, guestLists, references } from "../../../functions/src/travel/booking/schema.ts";
import { openMonths } from "../../../functions/src/travel/calendar/sheet.ts";
import { properties, roomTypesOf, stayReviewsOf } from "../../../functions/src/travel/schema.ts";
import type { PlaceDocuments } from "./documents.ts";

/**
 * Puts a property there with its calendars, and all that has been booked of it, in one commit; one that is
 * there already is left as it is, whatever has become of it.
 */
export const plant = (place: PlaceDocuments): Promise<void> =>
  decide(async (read) => {
    const { propertyId, property, rooms } = place;
    const [found] = await read(properties.doc(propertyId));
    if (found.exists) return { answer: undefined };
    return {
      answer: undefined,
      writes: [
        create(found.ref, property),
        ...rooms.flatMap(({ room, roomType, months }) => [
          create(roomTypesOf(propertyId).doc(room.roomTypeId), roomType),
          ...openMonths(Object.values(months)),
        ]),
        ...staysOf(place),
      ],
    };
  });

const staysOf = ({ propertyId, stays }: PlaceDocuments): Write[] =>
  stays.flatMap(({ id, booking, guestList, payment, review }) => [
    create(bookings.doc(id), booking),
    ...(guestList ? [create(guestLists.doc(id), guestList)] : []),
    ...(booking.reference === null
      ? []
      : [create(references.doc(booking.reference), { bookingId: id })]),
    ...(booking.payment !== null && payment
      ? [create(payments.doc(booking.payment), payment)]
      : []),
    ...(review ? [create(stayReviewsOf(propertyId).doc(id), review)] : []),
  ]);
