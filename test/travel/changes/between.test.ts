import assert from "node:assert/strict";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { call, refused } from "../../support/call.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { useCheckedHouses } from "../support/books.ts";
import { asked, bookedFrom, change, moving, onlyStay, payDue, paying } from "../support/changes.ts";
import { book, bookingOf, changeOf, dayFrom, paymentOf, stayFrom, take } from "../support/house.ts";

type Paying = Awaited<ReturnType<typeof paying>>;

async function cancelIt({ bookingId, person }: Omit<Paying, "due">) {
  const { quoteId } = await call(quoteCancellation, person, { bookingId });
  return call(cancelBooking, person, { bookingId, quoteId });
}

const inform = ({ house, bookingId }: Omit<Paying, "due">) =>
  call(cancelAsHost, house.host, { bookingId, reason: "The roof leaks." });

describe("travel: while the payment of other dates is open", () => {
  const { pass, provider } = useCheckedHouses();

  /** All that was paid for the change goes back, and the rest is as it was. */
  async function givesBack({ due, bookingId }: Paying): Promise<void> {
    const before = await bookingOf(bookingId);
    await payDue({ due });
    await makeRefunds();
    await until(async () => (await paymentOf(due.paymentId)).refunded === 106_00);
    const after = await bookingOf(bookingId);
    assert.deepEqual({ ...after, review: null }, { ...before, change: null, review: null });
  }

  for (const [who, cancel] of [
    ["traveller", cancelIt],
    ["host", inform],
  ] as const) {
    it(`the stay may be cancelled by its ${who}: it has none of both, and money that comes goes back`, async () => {
      const stay = await paying();
      const { house, changeId, bookingId, person, paymentId } = stay;
      assert.deepEqual(await cancel(stay), { bookingId, state: "cancelled", refund: 233_20 });
      assert.equal((await changeOf(changeId)).state, "cancelled");
      assert.deepEqual(await bookedFrom(house, 10, 13), [0, 0, 0, 0]);
      await refused(call(payChange, person, { changeId }), "failed-precondition", "wrong-state");
      // All are free at once.
      await book(house, stayFrom(house, 10, 4));
      await makeRefunds();
      await until(async () => (await bookingOf(bookingId)).state === "refunded");
      await givesBack(stay);
      assert.equal((await paymentOf(paymentId)).refunded, 233_20);
      assert.equal((await changeOf(changeId)).state, "cancelled");
    });
  }

  it("and the stay is cancelled, the sweep sees to it that nobody can pay any more", async () => {
    const [stay, unopened] = [await paying(), await moving()];
    await cancelIt(stay);
    await cancelIt(unopened);
    assert.deepEqual(await sweepChanges(now(), 10), ["closed", "closed"]);
    assert.equal((await paymentOf(stay.due.paymentId)).state, "canceled");
    assert.deepEqual(await sweepChanges(now(), 10), []);
  });

  it("who has come stays as they are: the other dates can be had no more, and the money goes back", async () => {
    const stay = await paying({}, 0);
    const { house, bookingId, changeId, person } = stay;
    await call(checkIn, house.host, { bookingId });
    const to = { ...(await asked(await onlyStay(), stayFrom(house, 11))), bookingId };
    await refused(call(changeDates, person, to), "failed-precondition", "wrong-state");
    await givesBack(stay);
    const { checkIn: day, state } = await bookingOf(bookingId);
    assert.deepEqual([day, state], [dayFrom(house, 0), "checked_in"]);
    assert.equal((await changeOf(changeId)).state, "expired");
    assert.deepEqual(await bookedFrom(house, 0, 3), [1, 1, 0, 0]);
    await take(house, stayFrom(house, 2, 2));
  });

  it("who has not come has none of both: what was to come is free, and the money goes back", async () => {
    const stay = await paying({}, 0);
    const { house, bookingId } = stay;
    pass(DAY);
    await call(markNoShow, house.host, { bookingId });
    assert.deepEqual(await bookedFrom(house, 0, 2), [0, 0, 0]);
    await givesBack(stay);
    assert.equal((await bookingOf(bookingId)).state, "no_show");
  });

  describe("and its time is over, money that comes all the same", () => {
    it("moves the stay if the nights are still free", async () => {
      const stay = await paying();
      pass(10 * MINUTE);
      await payDue(stay);
      const { checkIn: day, paid } = await bookingOf(stay.bookingId);
      assert.deepEqual([day, paid], [dayFrom(stay.house, 11), 339_20]);
      assert.deepEqual(await bookedFrom(stay.house, 10, 13), [0, 1, 1, 1]);
    });

    it("goes back if one of them is taken, or held, by another", async () => {
      const [booked, held] = [await paying(), await paying()];
      pass(10 * MINUTE);
      await book(booked.house, stayFrom(booked.house, 13, 1));
      await take(held.house, stayFrom(held.house, 12, 5));
      for (const stay of [booked, held]) {
        await givesBack(stay);
        assert.equal((await bookingOf(stay.bookingId)).checkIn, dayFrom(stay.house, 10));
        assert.equal((await changeOf(stay.changeId)).state, "expired");
      }
    });

    it("goes back if its host offers them no more", async () => {
      const [lapsed, held] = [await paying(), await paying()];
      for (const { host, propertyId } of [lapsed.house, held.house]) {
        await call(listProperty, host, { propertyId, listed: false });
      }
      // What was held in time may be had all the same.
      await payDue(held);
      assert.equal((await bookingOf(held.bookingId)).checkIn, dayFrom(held.house, 11));
      pass(10 * MINUTE);
      await givesBack(lapsed);
    });

    it("goes back if the stay has begun meanwhile", async () => {
      const stay = await paying({}, 1);
      pass(2 * DAY);
      await givesBack(stay);
    });

    it("goes back where it was closed before, as what a bank sends days later: the stay may be another by then", async () => {
      const [taken, bounced] = [await paying(), await paying()];
      for (const { due } of [taken, bounced]) {
        await confirm(due.intent, "pm_success_de");
        await untilPayment(due.paymentId, "processing");
      }
      pass(10 * MINUTE);
      assert.deepEqual(await sweepChanges(now(), 10), ["closed", "closed"]);
      await change(taken, stayFrom(taken.house, 20));
      for (const [{ due, bookingId, changeId }, outcome] of [
        [taken, "succeeded"],
        [bounced, "failed"],
      ] as const) {
        const before = await bookingOf(bookingId);
        await provider.simulator.settle(due.intent, outcome);
        await untilPayment(due.paymentId, outcome);
        assert.deepEqual(await bookingOf(bookingId), before);
        assert.equal((await changeOf(changeId)).state, "expired");
      }
      assert.equal((await paymentOf(taken.due.paymentId)).refunding, 106_00);
    });
  });
});
