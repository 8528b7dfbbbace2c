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
import { asked, bookedFrom, change, payDue, paying } from "../support/changes.ts";
import { bookingOf, changeOf, dayFrom, paymentOf, stayFrom, take } from "../support/house.ts";

type Paying = Awaited<ReturnType<typeof paying>>;

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

  it("its traveller may cancel: the stay has none of both, and money that comes goes back", async () => {
    const stay = await paying();
    const { house, changeId, bookingId, person } = stay;
    const { quoteId } = await call(quoteCancellation, person, { bookingId });
    const cancelled = await call(cancelBooking, person, { bookingId, quoteId });
    assert.deepEqual(cancelled, { bookingId, state: "cancelled", refund: 233_20 });
    assert.equal((await changeOf(changeId)).state, "cancelled");
    assert.deepEqual(await bookedFrom(house, 10, 13), [0, 0, 0, 0]);
    await take(house, stayFrom(house, 10, 4));
    await refused(call(payChange, person, { changeId }), "failed-precondition", "wrong-state");
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).state === "refunded");
    await givesBack(stay);
    assert.equal((await changeOf(changeId)).state, "cancelled");
  });

  it("its host may cancel: the sweep sees to it that nobody can pay any more", async () => {
    const { house, changeId, bookingId, due } = await paying();
    const word = { bookingId, reason: "The roof leaks." };
    assert.equal((await call(cancelAsHost, house.host, word)).refund, 233_20);
    assert.equal((await changeOf(changeId)).state, "cancelled");
    await take(house, stayFrom(house, 10, 4));
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    assert.equal((await paymentOf(due.paymentId)).state, "canceled");
    assert.deepEqual(await sweepChanges(now(), 10), []);
  });

  it("who has come stays as they are: the other dates can be had no more, and the money goes back", async () => {
    const stay = await paying({}, 0);
    const { house, bookingId, changeId, person } = stay;
    const to = await asked(stay, stayFrom(house, 11));
    await call(checkIn, house.host, { bookingId });
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

    it("goes back if one of them is somebody else's by then", async () => {
      const stay = await paying();
      pass(10 * MINUTE);
      await take(stay.house, stayFrom(stay.house, 13, 1));
      await givesBack(stay);
      assert.equal((await bookingOf(stay.bookingId)).checkIn, dayFrom(stay.house, 10));
      assert.equal((await changeOf(stay.changeId)).state, "expired");
    });

    it("goes back if its host offers them no more", async () => {
      const stay = await paying();
      const { host, propertyId } = stay.house;
      await call(listProperty, host, { propertyId, listed: false });
      pass(10 * MINUTE);
      await givesBack(stay);
    });

    it("goes back if the stay has begun meanwhile", async () => {
      const stay = await paying({}, 1);
      pass(2 * DAY);
      await givesBack(stay);
    });

    it("moves it also where a bank was so slow that the change had expired", async () => {
      const stay = await paying();
      const { due, bookingId, changeId } = stay;
      await confirm(due.intent, "pm_success_de");
      await untilPayment(due.paymentId, "processing");
      pass(10 * MINUTE);
      assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
      assert.equal((await changeOf(changeId)).state, "expired");
      await provider.simulator.settle(due.intent, "succeeded");
      await untilPayment(due.paymentId, "succeeded");
      assert.equal((await bookingOf(bookingId)).checkIn, (await changeOf(changeId)).checkIn);
      assert.equal((await changeOf(changeId)).state, "applied");
    });

    it("goes back where the stay is another by then", async () => {
      const stay = await paying();
      const { due, bookingId, changeId } = stay;
      await confirm(due.intent, "pm_success_de");
      await untilPayment(due.paymentId, "processing");
      pass(10 * MINUTE);
      assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
      await change(stay, stayFrom(stay.house, 20));
      const before = await bookingOf(bookingId);
      await provider.simulator.settle(due.intent, "succeeded");
      await untilPayment(due.paymentId, "succeeded");
      assert.deepEqual(await bookingOf(bookingId), before);
      assert.equal((await changeOf(changeId)).state, "expired");
      assert.equal((await paymentOf(due.paymentId)).refunding, 106_00);
    });
  });
});
