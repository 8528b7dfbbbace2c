import assert from "node:assert/strict";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { checkOutOf } from "../../../functions/src/travel/booking/moments.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../../functions/src/travel/completeStay.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { call, refused } from "../../support/call.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { dawnOf, dayOf, foundFor, jumpsBy } from "../support/hosts.ts";
import { book, bookingOf, dayFrom, openHouse, stayFrom } from "../support/house.ts";
import { refusedWhole } from "../support/refusals.ts";

// One has its midnight before London has, the other after: whoever goes by UTC is wrong in both.
for (const timeZone of ["Pacific/Auckland", "America/Los_Angeles"]) {
  describe(`travel: who arrives where it is ${timeZone}`, () => {
    const { pass } = useStillClock();
    const jumpTo = jumpsBy(pass);
    useProvider();

    /** The last moment before a day begins there, and then its first. */
    async function atDawn(date: string, before: () => Promise<unknown>): Promise<void> {
      jumpTo(new Date(dawnOf(date, { timeZone }).getTime() - 1));
      await before();
      pass(1);
    }

    it("is checked in from the day of check-in on, and is gone on that of check-out", async () => {
      const house = await openHouse({ timeZone });
      const { host } = house;
      const stay = stayFrom(house, 2);
      const { bookingId } = await book(house, stay);
      const arrive = () => call(checkIn, host, { bookingId });
      const leave = () => call(completeStay, host, { bookingId });
      await atDawn(stay.checkIn, async () => {
        const about = await refused(arrive(), "failed-precondition", "too-early");
        assert.equal(about.checkIn, stay.checkIn);
      });
      const there = { bookingId, state: "checked_in" as const };
      assert.deepEqual([await arrive(), await arrive()], [there, there]);
      const arrived = await bookingOf(bookingId);
      assert.deepEqual(arrived.completeAt?.toDate(), checkOutOf(arrived));
      await refused(call(markNoShow, host, { bookingId }), "failed-precondition", "wrong-state");

      await atDawn(stay.checkOut, async () => {
        const about = await refused(leave(), "failed-precondition", "too-early");
        assert.equal(about.checkOut, stay.checkOut);
      });
      const gone = { bookingId, state: "completed" as const };
      assert.deepEqual([await leave(), await leave()], [gone, gone]);
      await refused(arrive(), "failed-precondition", "wrong-state");
      const { timeline, completeAt } = await bookingOf(bookingId);
      const events = timeline.map(({ event }) => event);
      assert.deepEqual(events, ["held", "confirmed", "checked_in", "completed"]);
      assert.equal(completeAt, undefined);
    });

    it("may still come on the day of check-in; then the nights that are left can be had again, and nothing goes back", async () => {
      const house = await openHouse({ timeZone }, { capacity: 1 });
      const stay = stayFrom(house, 2, 3);
      const { bookingId, totals } = await book(house, stay);
      const miss = () => call(markNoShow, house.host, { bookingId });
      const dayAfter = dayFrom(house, 3);
      const rest = { checkIn: dayAfter, checkOut: stay.checkOut };
      await atDawn(dayAfter, async () => {
        const { checkIn: day } = await refused(miss(), "failed-precondition", "too-early");
        assert.equal(day, stay.checkIn);
      });
      assert.deepEqual(await foundFor(rest), []);
      const missed = { bookingId, state: "no_show" as const };
      assert.deepEqual([await miss(), await miss()], [missed, missed]);
      const days = await Promise.all([stay.checkIn, dayAfter].map((date) => dayOf(house, date)));
      assert.deepEqual(
        days.map(({ booked, left }) => [booked, left]),
        [
          [1, 0],
          [0, 1],
        ],
      );
      assert.deepEqual(await foundFor(rest), [house.roomTypeId]);
      await book(house, rest);
      const { paid, refunded, completeAt, remindAt } = await bookingOf(bookingId);
      assert.deepEqual(
        [paid, refunded, completeAt, remindAt],
        [totals.total, 0, undefined, undefined],
      );
      assert.equal((await refunds.get()).size, 0);
      const attempt = call(checkIn, house.host, { bookingId });
      await refused(attempt, "failed-precondition", "wrong-state");
    });

    it("can be said not to have come until check-out, and no more", async () => {
      const house = await openHouse({ timeZone });
      const stay = stayFrom(house, 1);
      const [one, other] = [await book(house, stay), await book(house, stay)];
      const miss = ({ bookingId }: typeof one) => call(markNoShow, house.host, { bookingId });
      jumpTo(new Date(checkOutOf(await bookingOf(one.bookingId)).getTime() - 1));
      assert.equal((await miss(one)).state, "no_show");
      pass(1);
      const about = await refusedWhole(() => miss(other), "failed-precondition", "too-late");
      assert.equal(about.checkOut, stay.checkOut);
      assert.equal((await miss(one)).state, "no_show");
    });
  });
}
