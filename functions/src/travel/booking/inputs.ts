import * as z from "zod";
import { RequestId } from "../../core/id.ts";
import { documentId, line, minorUnits, optionalLine, optionalText } from "../../core/schema.ts";
import { daysBetween, LocalDate } from "../calendar/dates.ts";
import { HashId, MAX_NIGHTS, MAX_SLEEPS, Property, room, StayReview } from "../schema.ts";
import { guestCount, rooms } from "./schema.ts";

// What the callables about stays take. Documents: schema.ts beside this.

const dates = { checkIn: LocalDate, checkOut: LocalDate };

const isStay = ({ checkIn, checkOut }: { checkIn: string; checkOut: string }): boolean => {
  const nights = daysBetween(checkIn, checkOut);
  return nights >= 1 && nights <= MAX_NIGHTS;
};

const aStay = {
  error: `must be 1 to ${MAX_NIGHTS} nights after checkIn`,
  path: ["checkOut"],
};

/** Where a search goes on: of what the page before has answered. */
export const Cursor = z.strictObject({ price: minorUnits, ...room });

/** Input of `searchStays`. */
export const SearchStays = z
  .strictObject({
    city: Property.shape.city,
    ...dates,
    guests: guestCount,
    rooms: rooms.default(1),
    after: Cursor.optional(),
  })
  .refine(isStay, aStay)
  .refine(({ guests, rooms: count }) => guests <= count * MAX_SLEEPS, {
    error: `must be at most ${MAX_SLEEPS} a room`,
    path: ["guests"],
  });

/** Input of `quoteStay`. */
export const QuoteStay = z
  .strictObject({ ...room, ...dates, rooms: rooms.default(1), guests: guestCount })
  .refine(isStay, aStay);

/** Input of `holdStay`. */
export const HoldStay = z.strictObject({ requestId: RequestId, quoteId: documentId });

/** Input of the callables that do one thing to a booking. */
export const BookingReference = z.strictObject({ bookingId: HashId });

/** Input of `nameGuests`. */
export const NameGuests = z.strictObject({
  bookingId: HashId,
  guests: z
    .array(z.strictObject({ name: line(120) }))
    .min(1, "must name who is reached")
    .max(100),
  phone: optionalLine(40).default(""),
  note: optionalText(1000).default(""),
});

/** Input of `quoteChange`. */
export const QuoteChange = z.strictObject({ bookingId: HashId, ...dates }).refine(isStay, aStay);

/** Input of `changeDates`: with what `quoteChange` has answered. */
export const ChangeDates = z
  .strictObject({
    requestId: RequestId,
    bookingId: HashId,
    ...dates,
    toPay: minorUnits,
    refund: minorUnits,
  })
  .refine(isStay, aStay);

/** Input of `payChange`. */
export const ChangeReference = z.strictObject({ changeId: HashId });

/** Input of `cancelBooking`. What is confirmed takes the id that `quoteCancellation` answered last. */
export const CancelBooking = z.strictObject({
  bookingId: HashId,
  quoteId: z.string().max(64).optional(),
});

/** Input of `declineStay` and `cancelAsHost`. */
export const HostsWord = z.strictObject({
  bookingId: HashId,
  /** For who wanted to come. */
  reason: optionalText(500).default(""),
});

/** Input of `reviewStay`. */
export const ReviewStay = StayReview.pick({
  rating: true,
  title: true,
  text: true,
  author: true,
}).extend({ bookingId: HashId });

/** Input of `withdrawReview`. */
export const WithdrawReview = z.strictObject({
  propertyId: HashId,
  bookingId: HashId,
  /** Of staff, for the audit trail. */
  reason: line(500).optional(),
});
