import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { MINUTE, now } from "../../../functions/src/core/clock.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, customer, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { untilHeard, useCheckedHouses } from "../support/books.ts";
import { asked, change, onlyStay, payDue, paying } from "../support/changes.ts";
import {
  book,
  bookingOf,
  changeOf,
  dayFrom,
  openHouse,
  quote,
  stayFrom,
} from "../support/house.ts";

type Stay = Awaited<ReturnType<typeof onlyStay>>;
type Happening = (stay: Stay) => Promise<() => Promise<unknown>>;

const travellerCancels: Happening = async ({ bookingId, person }) => {
  const { quoteId } = await call(quoteCancellation, person, { bookingId });
  return () => call(cancelBooking, person, { bookingId, quoteId });
};
const hostCancels: Happening =
  async ({ bookingId, house }) =>
  () =>
    call(cancelAsHost, house.host, { bookingId, reason: "" });
const theyCheckIn: Happening =
  async ({ bookingId, house }) =>
  () =>
    call(checkIn, house.host, { bookingId });

/** Somebody holds the last night of those that `paying` asks for. */
const roomIsTaken: Happening = async ({ house }) => {
  const person = customer();
  const { quoteId } = await quote(house, person, stayFrom(house, 13, 1));
  return () => call(holdStay, person, { requestId: randomUUID(), quoteId });
};

const pricesRise: Happening = async ({ house: { host, ...house } }) => {
  const { propertyId, roomTypeId } = house;
  const span = { from: dayFrom({ host, ...house }, 13), until: dayFrom({ host, ...house }, 14) };
  return () => call(setRates, host, { propertyId, roomTypeId, ...span, price: 300_00 });
};

const roomIsGone: Happening = async ({ house }) => {
  const { propertyId, roomTypeId, host } = house;
  const span = { from: dayFrom(house, 13), until: dayFrom(house, 14) };
  return () => call(setCapacity, host, { propertyId, roomTypeId, ...span, capacity: 0 });
};

describe("travel: other dates and something else in the same moment", () => {
  const { pass, provider } = useCheckedHouses();

  for (const [what, reason, days, happen] of [
    ["its traveller cancels", "wrong-state", 10, travellerCancels],
    ["its host cancels", "wrong-state", 10, hostCancels],
    ["they check in", "wrong-state", 0, theyCheckIn],
    ["another takes the room", "sold-out", 10, roomIsTaken],
    ["the host has fewer rooms", "sold-out", 10, roomIsGone],
    ["the host raises prices", "price-changed", 10, pricesRise],
  ] as const) {
    it(`are not had where ${what} first (${reason})`, async () => {
      const stay = await onlyStay({}, days);
      const to = await asked(stay, stayFrom(stay.house, 11, 3));
      const other = await happen(stay);
      const attempt = beforeCommit(other, () => call(changeDates, stay.person, to));
      await refused(attempt, "failed-precondition", reason);
    });
  }

  for (const [what, nights, reason] of [
    ["moved to", 1, "price-changed"],
    ["held", 3, "change-pending"],
  ] as const) {
    it(`are ${what} by one of two calls, never by both`, async () => {
      const stay = await onlyStay();
      const [first, second] = [
        await asked(stay, stayFrom(stay.house, 11, nights)),
        await asked(stay, stayFrom(stay.house, 20, nights)),
      ];
      const attempt = beforeCommit(
        () => call(changeDates, stay.person, first),
        () => call(changeDates, stay.person, second),
      );
      await refused(attempt, "failed-precondition", reason);
    });
  }

  it("are the last room's for one of two stays that move there", async () => {
    const house = await openHouse({}, { capacity: 1 });
    const [one, other] = [
      await book(house, stayFrom(house, 2)),
      await book(house, stayFrom(house, 6)),
    ];
    const to = await asked(other, stayFrom(house, 10));
    const attempt = beforeCommit(
      () => change(one, stayFrom(house, 11)),
      () => call(changeDates, other.person, to),
    );
    await refused(attempt, "failed-precondition", "sold-out");
  });

  for (const [what, days, isLate, happen, reason] of [
    ["its traveller cancels", 10, false, travellerCancels, "quote-superseded"],
    ["its host cancels", 10, false, hostCancels, null],
    ["they check in", 0, false, theyCheckIn, "too-early"],
    ["another takes the room, late,", 10, true, roomIsTaken, "sold-out"],
    ["a sweep closes them", 10, true, async () => () => sweepChanges(now(), 10), null],
  ] as const) {
    it(`are had or not, and paid or given back, where ${what} while the money comes`, async () => {
      const stay = await paying({}, days);
      await untilHeard(provider.simulator);
      if (isLate) pass(10 * MINUTE);
      await beforeCommit(await happen(stay), () => payDue(stay));
      const { change: none, ...booking } = await bookingOf(stay.bookingId);
      // The sweep asks, and hears of the money first.
      const isMoved = what.startsWith("a sweep");
      const expected = { checkIn: dayFrom(stay.house, isMoved ? days + 1 : days), none: null };
      assert.deepEqual({ checkIn: booking.checkIn, none }, expected);
      assert.equal(booking.captured, isMoved ? 339_20 : 233_20);
      const { state } = await changeOf(stay.changeId);
      assert.match(state, isMoved ? /^applied$/ : /^(expired|cancelled)$/);
    });

    if (what.startsWith("a sweep")) continue;
    it(`are had and paid where the money comes while ${what.replace(/,.*$/, "")} (${reason ?? "all goes back"})`, async () => {
      const stay = await paying({}, days);
      await untilHeard(provider.simulator);
      if (isLate) pass(10 * MINUTE);
      const attempt = beforeCommit(() => payDue(stay), await happen(stay));
      if (reason) await refused(attempt, "failed-precondition", reason);
      else await attempt;
      const { state, checkIn: day, captured, paid } = await bookingOf(stay.bookingId);
      assert.deepEqual([day, captured], [dayFrom(stay.house, days + 1), 339_20]);
      assert.deepEqual([state, paid], reason ? ["confirmed", 339_20] : ["cancelled", 0]);
    });
  }
});
