import {
  type Payment,
  payments,
  type Refund,
  refunds,
} from "../../../functions/src/core/payments/schema.ts";
import type { Timestamp } from "../../../functions/src/core/schema.ts";
import {
  type Booking,
  type BookingChange,
  bookingChanges,
  bookings,
  cancellationQuotes,
  guestLists,
  references,
} from "../../../functions/src/travel/booking/schema.ts";
import {
  type AvailabilityMonth,
  allAvailability,
  type Day,
  type InventoryMonth,
  inventory,
} from "../../../functions/src/travel/calendar/schema.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { type PlaceName, places } from "./places.ts";

/** Prices by night. */
export type Nights = Record<string, number>;

export interface BookingPicture
  extends Pick<Booking, "uid" | "state" | "checkIn" | "checkOut" | "rooms" | "payment" | "paidBy"> {
  place: PlaceName;
  nights: Nights;
  total: number;
  captured: number;
  paid: number;
  refunded: number;
  refundAtMost: number;
  reference: string | null;
  change: string | null;
  review: string | null;
  timeline: string[];
  /** What the last cancellation gave back. */
  given: number | null;
  /** Milliseconds since 1970, as all times here. */
  closeAt: number | null;
  completeAt: number | null;
  /** When what it held at first lapses, whatever has been written since; and what it cost at first. */
  heldUntil: number | null;
  quoted: number;
  /** Of its guest list. */
  named: boolean;
  shownToHost: boolean;
}

export interface ChangePicture extends Pick<BookingChange, "bookingId" | "state" | "payment"> {
  checkIn: string;
  checkOut: string;
  nights: Nights;
  total: number;
  toPay: number;
  refund: number;
  percent: number;
  closeAt: number | null;
  heldUntil: number | null;
  /** Whether the stay has had other dates since it was asked for. */
  isOvertaken: boolean;
}

export interface PaymentPicture
  extends Pick<Payment, "subject" | "attempt" | "state" | "amount" | "captured" | "intent"> {
  refunding: number;
  refunded: number;
  checkAt: number | null;
}

export interface RefundPicture extends Pick<Refund, "payment" | "amount" | "state"> {
  nextAt: number | null;
}

export interface CancelQuote {
  quoteId: string;
  refund: number;
  percent: number;
  paid: number;
  checkIn: string;
  checkOut: string;
  expiresAt: number;
}

/** What a host has set of a night. */
export type Setting = Omit<Day, "booked">;

/** All that matters of the stays and of their money at one moment: as it is, or as it must be. */
export interface Picture {
  months: Record<string, InventoryMonth>;
  shown: Record<string, AvailabilityMonth>;
  /** By place and date. */
  days: Record<PlaceName, Record<string, Setting>>;
  listed: Record<PlaceName, boolean>;
  bookings: Record<string, BookingPicture>;
  changes: Record<string, ChangePicture>;
  payments: Record<string, PaymentPicture>;
  refunds: Record<string, RefundPicture>;
  /** What has been promised back of a booking, in all. */
  promised: Record<string, number>;
  cancelQuotes: Record<string, CancelQuote>;
  /** The booking of each. */
  references: Record<string, string>;
}

/** The stays as they are, after they were as they were. */
export async function observe(before?: Picture): Promise<Picture> {
  const [homes, months, shown, booked, changed, opened, back, lists, quoted, codes] =
    await Promise.all([
      properties.get(),
      inventory.get(),
      allAvailability.get(),
      bookings.get(),
      bookingChanges.get(),
      payments.get(),
      refunds.get(),
      guestLists.get(),
      cancellationQuotes.get(),
      references.get(),
    ]);
  const named = byId(lists.docs, (list) => list);
  const picture: Picture = {
    months: byId(months.docs, (month) => month),
    shown: Object.fromEntries(
      shown.docs.map((doc) => {
        const { propertyId, roomTypeId, month } = doc.data();
        return [`${propertyId}_${roomTypeId}_${month}`, doc.data()];
      }),
    ),
    days: { river: {}, hill: {} },
    listed: Object.fromEntries(
      homes.docs.map((one) => [placeOf(one.id), one.data().listed]),
    ) as Record<PlaceName, boolean>,
    bookings: byId(booked.docs, (booking, id) => ({
      ...bookingPicture(booking, before?.bookings[id]),
      named: (named[id]?.guests.length ?? 0) > 0,
      shownToHost: typeof named[id]?.hostId === "string",
    })),
    changes: {},
    payments: byId(opened.docs, ({ checkAt, ...payment }) => ({
      ...payment,
      checkAt: millis(checkAt),
    })),
    refunds: byId(back.docs, ({ nextAt, ...refund }) => ({ ...refund, nextAt: millis(nextAt) })),
    promised: {},
    cancelQuotes: byId(quoted.docs, ({ expiresAt, ...quote }) => ({
      ...quote,
      expiresAt: expiresAt.toMillis(),
    })),
    references: byId(codes.docs, ({ bookingId }) => bookingId),
  };
  picture.changes = byId(changed.docs, (change, id) =>
    changePicture(change, before?.changes[id], picture.bookings[change.bookingId]!),
  );
  for (const month of Object.values(picture.months)) settings(picture, month);
  for (const { payment, amount } of Object.values(picture.refunds)) {
    const id = bookingIn(picture, payment);
    picture.promised[id] = (picture.promised[id] ?? 0) + amount;
  }
  return picture;
}

/** The booking that a payment is for, itself or by way of other dates. */
export function bookingIn({ payments, changes }: Picture, paymentId: string): string {
  const [collection, id = ""] = payments[paymentId]?.subject.split("/") ?? [];
  return collection === "bookings" ? id : (changes[id]?.bookingId ?? "");
}

function settings({ days }: Picture, month: InventoryMonth): void {
  const name = placeOf(month.propertyId);
  for (const [index, { booked: _, ...day }] of month.days.entries()) {
    days[name][`${month.month}-${String(index + 1).padStart(2, "0")}`] = day;
  }
}

export const placeOf = (propertyId: string): PlaceName =>
  propertyId === places.river.propertyId ? "river" : "hill";

const bookingPicture = (booking: Booking, before: BookingPicture | undefined) => {
  const { totals, timeline, closeAt, completeAt } = booking;
  const held = booking.state === "held" ? millis(closeAt) : null;
  return {
    ...pick(booking, "uid", "state", "checkIn", "checkOut", "rooms", "payment", "paidBy"),
    ...pick(booking, "captured", "paid", "refunded", "refundAtMost", "reference", "change"),
    review: booking.review,
    place: placeOf(booking.propertyId),
    nights: nightsIn(booking),
    total: totals.total,
    timeline: timeline.map(({ event }) => event),
    given: timeline.findLast(({ event }) => event.startsWith("cancelled"))?.amount ?? null,
    closeAt: millis(closeAt),
    completeAt: millis(completeAt),
    heldUntil: before?.heldUntil ?? held,
    quoted: before?.quoted ?? totals.total,
  };
};

const changePicture = (
  change: BookingChange,
  before: ChangePicture | undefined,
  { timeline }: BookingPicture,
) => {
  const closeAt = millis(change.closeAt);
  return {
    ...pick(change, "bookingId", "state", "payment", "checkIn", "checkOut"),
    ...pick(change, "toPay", "refund", "percent"),
    nights: nightsIn(change),
    total: change.totals.total,
    closeAt,
    heldUntil: before?.heldUntil ?? (change.state === "held" ? closeAt : null),
    isOvertaken: timeline.filter((event) => event === "changed").length !== change.earlier,
  };
};

const nightsIn = ({ nights }: Pick<Booking, "nights">): Nights =>
  Object.fromEntries(nights.map(({ date, price }) => [date, price]));

const millis = (time: Timestamp | undefined): number | null => time?.toMillis() ?? null;

const pick = <T, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

const byId = <D, Part>(
  docs: readonly { id: string; data(): D }[],
  part: (data: D, id: string) => Part,
): Record<string, Part> =>
  Object.fromEntries(docs.map((doc) => [doc.id, part(doc.data(), doc.id)]));
