import * as z from "zod";
import { documents } from "../../core/db.ts";
import {
  line,
  mailAddress,
  minorUnits,
  optionalLine,
  optionalText,
  slug,
  timestamp,
  timeZone,
} from "../../core/schema.ts";
import { LocalDate } from "../calendar/dates.ts";
import {
  BookingMode,
  currency,
  MAX_CAPACITY,
  MAX_NIGHTS,
  MAX_SLEEPS,
  timeOfDay,
} from "../schema.ts";
import { Policy } from "./policy.ts";
import { PricedNight, StayTotals } from "./price.ts";

/** One booking takes at most so many rooms. */
export const MAX_ROOMS = Math.min(9, MAX_CAPACITY);
export const rooms = z.int().min(1).max(MAX_ROOMS);
export const guestCount = z
  .int()
  .min(1)
  .max(MAX_ROOMS * MAX_SLEEPS);

/** What a quote promises, and a booking keeps: nothing of it follows the property any more. */
const agreed = {
  uid: z.string(),
  hostId: z.string(),
  propertyId: z.string(),
  roomTypeId: z.string(),
  propertyName: line(120),
  roomName: line(120),
  address: line(200),
  city: slug,
  timeZone,
  checkInFrom: timeOfDay,
  checkOutUntil: timeOfDay,
  checkIn: LocalDate,
  checkOut: LocalDate,
  rooms,
  guests: guestCount,
  nights: z.array(PricedNight).min(1).max(MAX_NIGHTS),
  totals: StayTotals,
  cleaningFee: minorUnits,
  taxBasisPoints: z.int().min(0),
  currency: z.literal(currency),
  policy: Policy,
  mode: BookingMode,
};

/**
 * `quotes/{id}`: what a stay costs, for a quarter of an hour, whatever becomes of its prices meanwhile.
 * Nothing is held by it. Server only; who asked reads it. TTL on `expiresAt` tidies up.
 */
export const Quote = z.strictObject({ ...agreed, expiresAt: timestamp });
export type Quote = z.output<typeof Quote>;

/** Where a booking stands. What may follow what: `bookingTransitions` in booking/states.ts. */
export const BookingState = z.enum([
  "requested",
  "held",
  "confirmed",
  "checked_in",
  "completed",
  "no_show",
  "declined",
  "expired",
  "cancelled",
  "refunded",
]);
export type BookingState = z.output<typeof BookingState>;

/** What has happened to a booking. */
export const BookingEvent = z.enum([
  "requested",
  "accepted",
  "declined",
  "held",
  "confirmed",
  "paid_late",
  "changed",
  "checked_in",
  "completed",
  "no_show",
  "expired",
  "cancelled",
  "cancelled_by_host",
  "refunded",
]);
export type BookingEvent = z.output<typeof BookingEvent>;

/**
 * `bookings/{hash of uid and requestId}`: written by the server alone; its traveller and its host read
 * it. Who comes is in `guestLists`.
 */
export const Booking = z.strictObject({
  ...agreed,
  /** Six characters, from when it is confirmed. */
  reference: z.string().nullable(),
  state: BookingState,
  /** The payment in `payments` that its traveller was last given to pay. */
  payment: z.string().nullable(),
  /** The payments whose money it has, oldest first. */
  paidBy: z.array(z.string()),
  /** Received in all, in minor units; of that, what has not been promised back. */
  captured: minorUnits,
  paid: minorUnits,
  /** Given back so far, in minor units. */
  refunded: minorUnits,
  /**
   * In percent. What the policy gave back when its dates were last changed: who moves a stay that
   * can't be cancelled any more to later dates can't cancel it then.
   */
  refundAtMost: z.int().min(0).max(100),
  /** The change in `bookingChanges` that waits for its payment. */
  change: z.string().nullable(),
  /** What has happened, oldest first. In the booking: one read shows the whole story. */
  timeline: z.array(
    z.strictObject({ event: BookingEvent, at: timestamp, amount: minorUnits.optional() }),
  ),
  bookedAt: timestamp,
  /** A request or a hold lapses then. Gone once it is confirmed or closed. */
  closeAt: timestamp.optional(),
  /** When who comes is reminded; then, when the stay is over. Each is gone once it is done. */
  remindAt: timestamp.optional(),
  completeAt: timestamp.optional(),
  /** When its traveller last said how it was. */
  reviewedAt: timestamp.optional(),
  /** What staff must look at: the provider's word and ours differ, or a refund failed. */
  review: z.string().nullable(),
  /** Of the request that made it: the same request id with another input is refused. */
  fingerprint: z.string(),
});
export type Booking = z.output<typeof Booking>;

/**
 * `guestLists/{bookingId}`: who comes, and how they are reached. Its traveller reads it, and its host once
 * the stay is confirmed. Deleted some time after the stay.
 */
export const GuestList = z.strictObject({
  uid: z.string(),
  /** Null until the stay is confirmed, and again once it is cancelled. */
  hostId: z.string().nullable(),
  /** Where the mails about the stay go, and its host reaches who has booked. */
  email: mailAddress,
  guests: z.array(z.strictObject({ name: line(120) })),
  phone: optionalLine(40),
  /** When they think to be there, and what else the host should know. */
  note: optionalText(1000),
  purgeAt: timestamp,
});
export type GuestList = z.output<typeof GuestList>;

/** `references/{code}`: a booking has six characters for people, and no other booking has them. */
export const Reference = z.strictObject({ bookingId: z.string() });

/**
 * `cancellationQuotes/{bookingId}`: what cancelling gives back, for a quarter of an hour. The newest
 * alone counts, and it is for the booking as it was. TTL on `expiresAt` tidies up.
 */
export const CancellationQuote = z.strictObject({
  quoteId: z.string(),
  /** Minor units. */
  refund: minorUnits,
  percent: z.int().min(0).max(100),
  /** Of the booking, when it was quoted. */
  paid: minorUnits,
  checkIn: LocalDate,
  checkOut: LocalDate,
  expiresAt: timestamp,
});
export type CancellationQuote = z.output<typeof CancellationQuote>;

/** Waits for the difference, is what the booking is, or will be neither. */
export const ChangeState = z.enum(["held", "applied", "expired", "cancelled"]);

/**
 * `bookingChanges/{hash of booking and requestId}`: other dates of a stay. While the difference is to be
 * paid, both the old nights and the new are kept. Server only; who asked reads it.
 */
export const BookingChange = z.strictObject({
  bookingId: z.string(),
  uid: z.string(),
  state: ChangeState,
  checkIn: LocalDate,
  checkOut: LocalDate,
  nights: z.array(PricedNight).min(1).max(MAX_NIGHTS),
  totals: StayTotals,
  /** Minor units: to be paid, and to be given back. One of them is 0. */
  toPay: minorUnits,
  refund: minorUnits,
  /** What the stay gives back at most from then on: what the policy gave back when it was asked for, or less. */
  percent: z.int().min(0).max(100),
  payment: z.string().nullable(),
  /** How often the stay had been moved when it was asked for. */
  earlier: z.int().min(0),
  at: timestamp,
  /** Until then it may be paid. Gone once it is over. */
  closeAt: timestamp.optional(),
  fingerprint: z.string(),
});
export type BookingChange = z.output<typeof BookingChange>;

export const quotes = documents("quotes", Quote);
export const bookings = documents("bookings", Booking);
export const guestLists = documents("guestLists", GuestList);
export const references = documents("references", Reference);
export const cancellationQuotes = documents("cancellationQuotes", CancellationQuote);
export const bookingChanges = documents("bookingChanges", BookingChange);
