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
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, customer, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { confirm } from "../../support/payments.ts";
import { untilHeard, useCheckedHouses } from "../support/books.ts";
import { asked, onlyStay, payDue, paying } from "../support/changes.ts";
import { bookingOf, changeOf, dayFrom, paymentOf, quote, stayFrom } from "../support/house.ts";

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

const pricesRise: Happening = async ({ house }) => {
  const { propertyId, roomTypeId, host } = house;
  const span = { from: dayFrom(house, 13), until: dayFrom(house, 14) };
  return () => call(setRates, host, { propertyId, roomTypeId, ...span, price: 300_00 });
};

describe("travel: other dates and something else in the same moment", () => {
  const { pass, provider } = useCheckedHouses();

  for (const [what, reason, happen] of [
    ["its host cancels", "wrong-state", hostCancels],
    ["another takes the room", "sold-out", roomIsTaken],
    ["the host raises prices", "price-changed", pricesRise],
  ] as const) {
    it(`are not had where ${what} first (${reason})`, async () => {
      const stay = await onlyStay();
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

  for (const [what, days, isLate, happen] of [
    ["its traveller cancels", 10, false, travellerCancels],
    ["they check in", 0, false, theyCheckIn],
    ["their time is over and another takes the room", 10, true, roomIsTaken],
  ] as const) {
    it(`are not had, and the money goes back, where ${what} before it is entered`, async () => {
      const stay = await paying({}, days);
      if (isLate) pass(10 * MINUTE);
      const other = await happen(stay);
      await untilHeard(provider.simulator);
      await beforeCommit(other, () => payDue(stay));
      const { checkIn: day, change: none, captured } = await bookingOf(stay.bookingId);
      assert.deepEqual([day, none, captured], [dayFrom(stay.house, days), null, 233_20]);
      assert.match((await changeOf(stay.changeId)).state, /^(expired|cancelled)$/);
      assert.equal((await paymentOf(stay.due.paymentId)).refunding, 106_00);
    });
  }

  for (const [what, reason, state, happen] of [
    ["traveller", "quote-superseded", "confirmed", travellerCancels],
    ["host", null, "cancelled", hostCancels],
  ] as const) {
    it(`are the stay's where the money is entered before its ${what} has cancelled`, async () => {
      const stay = await paying();
      const cancel = await happen(stay);
      await untilHeard(provider.simulator);
      const attempt = beforeCommit(() => payDue(stay), cancel);
      if (reason) await refused(attempt, "failed-precondition", reason);
      else await attempt;
      const booking = await bookingOf(stay.bookingId);
      const { checkIn: day, captured, paid } = booking;
      assert.deepEqual([day, captured], [dayFrom(stay.house, 11), 339_20]);
      assert.deepEqual([booking.state, paid], [state, reason ? 339_20 : 0]);
    });
  }

  it("are the stay's where the sweep that would close them hears of the money first", async () => {
    const stay = await paying();
    await untilHeard(provider.simulator);
    await provider.simulator.pause();
    await confirm(stay.due.intent);
    pass(10 * MINUTE);
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    assert.equal((await changeOf(stay.changeId)).state, "applied");
    await provider.simulator.release();
    await untilHeard(provider.simulator);
    const { checkIn: day, captured } = await bookingOf(stay.bookingId);
    assert.deepEqual([day, captured], [dayFrom(stay.house, 11), 339_20]);
  });
});
