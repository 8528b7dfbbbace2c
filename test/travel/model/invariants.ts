import assert from "node:assert/strict";
import { useClock } from "../../../functions/src/core/clock.ts";
import type { BookingState } from "../../../functions/src/travel/booking/schema.ts";
import { bookingTransitions } from "../../../functions/src/travel/booking/states.ts";
import type { Hold, InventoryMonth } from "../../../functions/src/travel/calendar/schema.ts";
import { publicHalfOf } from "../../../functions/src/travel/calendar/sheet.ts";
import { type BookingPicture, type Picture, placeOf } from "./picture.ts";
import { addedBy, isBooked, isHeld, partOf, percentOf } from "./stays.ts";
import { todayAt } from "./world.ts";

/** What is always so, whatever happens at once and whatever goes wrong. */
export function mustHold(before: Picture, picture: Picture, now: number): void {
  for (const [id, month] of Object.entries(picture.months)) {
    nights(picture, month, now);
    holds(picture, month, now);
    publicHalf(picture, id, month);
  }
  payments(picture);
  for (const [id, booking] of Object.entries(picture.bookings)) {
    money(picture, id, booking);
    people(picture, id, booking);
    ways(before.bookings[id], booking, now);
  }
  const codes = Object.values(picture.bookings).flatMap(({ reference }) => reference ?? []);
  assert.equal(new Set(codes).size, codes.length, "a reference is of one booking");
  assert.equal(Object.keys(picture.references).length, codes.length, "of none but bookings");
}

const dateOf = ({ month }: InventoryMonth, day: number): string =>
  `${month}-${String(day).padStart(2, "0")}`;

const liveHolds = ({ holds }: InventoryMonth, now: number): [string, Hold][] =>
  Object.entries(holds).filter(([, { until }]) => until.toMillis() > now);

/** Booked is what is confirmed; with what is held it is never more than there is. */
function nights({ bookings, listed }: Picture, month: InventoryMonth, now: number): void {
  const place = placeOf(month.propertyId);
  const isOver = month.month < todayAt(place, now).slice(0, 7);
  if (!isOver) assert.equal(month.listed, listed[place], `${place}, ${month.month}: is it listed`);
  const confirmed = Object.values(bookings).filter((one) => isBooked(one) && one.place === place);
  for (const [index, { booked, capacity }] of month.days.entries()) {
    const date = dateOf(month, index + 1);
    const held = liveHolds(month, now)
      .filter(([, one]) => one.nights.includes(index + 1))
      .reduce((sum, [, { rooms }]) => sum + rooms, 0);
    assert.ok(booked + held <= capacity, `${date}: ${booked} + ${held} held of ${capacity}`);
    if (date < todayAt(place, now)) continue;
    const counted = confirmed
      .filter((booking) => date in booking.nights)
      .reduce((sum, { rooms }) => sum + rooms, 0);
    assert.equal(booked, counted, `${place}, ${date}: booked is what its bookings say`);
  }
}

/** What lives is held by a booking or a change that waits, all of its nights, to its own end. */
function holds({ bookings, changes }: Picture, month: InventoryMonth, now: number): void {
  const place = placeOf(month.propertyId);
  const due: Record<string, object> = {};
  const add = (id: string, dates: string[], rooms: number, until: number | null) => {
    const own = dates.filter((date) => date.startsWith(month.month));
    if (own.length > 0)
      due[id] = { nights: own.map((date) => Number(date.slice(8))), rooms, until };
  };
  for (const [id, booking] of Object.entries(bookings)) {
    if (booking.place !== place || !isHeld(booking, now)) continue;
    add(id, Object.keys(booking.nights), booking.rooms, booking.heldUntil);
  }
  for (const [id, change] of Object.entries(changes)) {
    const booking = bookings[change.bookingId]!;
    if (booking.place !== place || !isHeld(change, now)) continue;
    add(id, addedBy(change, booking), booking.rooms, change.heldUntil);
  }
  const live = liveHolds(month, now).map(([id, hold]) => [
    id,
    { ...hold, until: hold.until.toMillis() },
  ]);
  assert.deepEqual(Object.fromEntries(live), due, `${place}, ${month.month}: what is held`);
}

/** It says what could be had when it was written; what has lapsed since is shown by the next write. */
function publicHalf({ shown }: Picture, id: string, month: InventoryMonth): void {
  const seen = shown[id]!;
  const putBack = useClock(() => seen.updatedAt.toDate());
  const whole = publicHalfOf(month);
  putBack();
  assert.deepEqual(seen, whole, "the public half is that of the other");
  const lapsed = Object.values(month.holds).filter(({ until }) => until <= seen.updatedAt);
  assert.deepEqual(lapsed, [], "what had lapsed was not written again");
  for (const [index, { left }] of seen.nights.entries()) {
    const { capacity, booked, closed } = month.days[index]!;
    const held = Object.values(month.holds)
      .filter((hold) => hold.nights.includes(index + 1))
      .reduce((sum, { rooms }) => sum + rooms, 0);
    assert.equal(left, closed ? 0 : capacity - booked - held, `${dateOf(month, index + 1)}: left`);
  }
}

function payments({ payments, refunds, bookings, changes }: Picture): void {
  for (const [id, payment] of Object.entries(payments)) {
    const { subject, amount, captured, refunding, refunded } = payment;
    const inOrder = 0 <= refunded && refunded <= refunding && refunding <= captured;
    assert.ok(inOrder, `${refunded} refunded, ${refunding} refunding, ${captured} captured`);
    const own = Object.values(refunds).filter((refund) => refund.payment === id);
    const total = (...states: string[]) =>
      own.reduce((all, { state, amount }) => all + (states.includes(state) ? amount : 0), 0);
    assert.equal(refunding, total("pending", "succeeded"), "refunding is the sum of the refunds");
    assert.equal(refunded, total("succeeded"), "refunded is the sum of those that were made");
    const [, of = ""] = subject.split("/");
    assert.equal(
      amount,
      bookings[of]?.quoted ?? changes[of]?.toPay,
      "what is asked for was quoted",
    );
    assert.ok(captured === 0 || captured === amount, "what is captured is what was quoted");
  }
}

/** A booking has the money that its payments have. */
function money({ payments, changes }: Picture, id: string, booking: BookingPicture): void {
  const { paidBy, captured, paid, refunded, state, quoted } = booking;
  const own = paidBy.map((paymentId) => payments[paymentId]!);
  const sum = (of: (payment: (typeof own)[number]) => number) =>
    own.reduce((all, payment) => all + of(payment), 0);
  assert.equal(
    captured,
    sum((one) => one.captured),
    "captured is what its payments have",
  );
  assert.equal(
    paid,
    sum((one) => one.captured - one.refunding),
    "paid is what is left of it",
  );
  assert.equal(
    refunded,
    sum((one) => one.refunded),
    "refunded is what they gave back",
  );
  const dearer = Object.values(changes).filter(
    (change) => change.bookingId === id && change.state === "applied",
  );
  const asked = dearer.reduce((all, { toPay }) => all + toPay, quoted);
  if (captured > 0)
    assert.equal(captured, asked, "captured is what was quoted, and what it grew by");
  if (state === "confirmed") assert.ok(captured > 0, "what is confirmed is paid");
  const isAllBack = captured > 0 && refunded >= captured;
  if (state === "refunded") assert.ok(isAllBack, "refunded, and money is left");
  if (state === "expired" || state === "cancelled")
    assert.ok(!isAllBack, `${state}, and all is back`);
}

/** Once it was confirmed, it has a reference; until it is cancelled, its host may see who comes. */
function people({ references }: Picture, id: string, booking: BookingPicture): void {
  const { reference, timeline, shownToHost } = booking;
  const wasConfirmed = timeline.includes("confirmed");
  assert.equal(reference !== null, wasConfirmed, "who is confirmed has a reference");
  if (reference !== null) assert.equal(references[reference], id, "its reference is its own");
  const isCancelled = timeline.some((event) => event.startsWith("cancelled"));
  assert.equal(shownToHost, wasConfirmed && !isCancelled, "its host sees who comes, while they do");
}

function ways(before: BookingPicture | undefined, after: BookingPicture, now: number): void {
  const was = before?.state ?? (after.timeline[0] as BookingState);
  assert.ok(reachable(was).has(after.state), `nothing leads from ${was} to ${after.state}`);
  if (after.timeline.includes("confirmed") && !before?.timeline.includes("confirmed")) {
    const today = todayAt(after.place, now);
    assert.ok(after.checkOut > today, `confirmed on ${today}, and over since ${after.checkOut}`);
  }
  if (after.given === null || before?.given !== null) return;
  const { given, paid } = after;
  const least = partOf(Math.min(given + paid, after.total), percentOf(after, now));
  assert.ok(given >= least, `${given} given back, and the policy says ${least} at least`);
  if (after.timeline.includes("cancelled_by_host")) assert.equal(paid, 0, "a host keeps nothing");
}

/** The states that a booking may have got to, in any number of steps. */
function reachable(from: BookingState, found = new Set<BookingState>([from])): Set<BookingState> {
  for (const state of Object.values(bookingTransitions[from]).flat()) {
    if (!found.has(state)) reachable(state, found.add(state));
  }
  return found;
}
