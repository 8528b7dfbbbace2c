import assert from "node:assert/strict";
import { MINUTE, now } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, customer, refused } from "../../support/call.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { useCheckedHouses } from "../support/books.ts";
import { asked, bookedFrom, change, moving, onlyStay, payDue, paying } from "../support/changes.ts";
import {
  bookingOf,
  changeOf,
  dayFrom,
  leftOf,
  paymentOf,
  quote,
  stayFrom,
  take,
} from "../support/house.ts";

const statusOf = async (intent: string) =>
  (await provider().paymentIntents.retrieve(intent)).status;

describe("travel: other dates that cost more", () => {
  const { pass } = useCheckedHouses();

  it("are kept beside those of the stay until they are paid; then the stay has them and no others", async () => {
    const { house, bookingId, person, changeId } = await moving();
    const before = await bookingOf(bookingId);
    assert.deepEqual([before.change, before.checkIn], [changeId, dayFrom(house, 10)]);
    assert.deepEqual(await bookedFrom(house, 10, 13), [1, 1, 0, 0]);
    const left = [10, 11, 12, 13].map((days) => leftOf(house, dayFrom(house, days)));
    assert.deepEqual(await Promise.all(left), [0, 0, 0, 0]);
    const other = quote(house, customer(), stayFrom(house, 13, 1));
    await refused(other, "failed-precondition", "sold-out");

    const due = await call(payChange, person, { changeId });
    assert.equal(due.amount, 106_00);
    await payDue({ due });
    const { checkIn, checkOut, paid, captured, paidBy, change } = await bookingOf(bookingId);
    assert.deepEqual({ checkIn, checkOut }, stayFrom(house, 11, 3));
    assert.deepEqual([paid, captured, paidBy.length, change], [339_20, 339_20, 2, null]);
    assert.deepEqual(await bookedFrom(house, 10, 14), [0, 1, 1, 1, 0]);
    const { state, payment, closeAt } = await changeOf(changeId);
    assert.deepEqual([state, payment, closeAt], ["applied", due.paymentId, undefined]);
  });

  it("cost what they cost when they were asked for, whatever the host does until they are paid", async () => {
    const { house, person, changeId, bookingId } = await moving();
    const { propertyId, roomTypeId } = house;
    const span = { from: dayFrom(house, 10), until: dayFrom(house, 15) };
    await call(setRates, house.host, {
      propertyId,
      roomTypeId,
      ...span,
      price: 500_00,
      minStay: 9,
    });
    const due = await call(payChange, person, { changeId });
    assert.equal(due.amount, 106_00);
    await payDue({ due });
    const { nights, paid } = await bookingOf(bookingId);
    assert.deepEqual([nights.map(({ price }) => price), paid], [[100_00, 100_00, 100_00], 339_20]);
  });

  it("are given back of all their payments, newest first, when the stay is cancelled", async () => {
    const stay = await paying();
    const { bookingId, person, due, paymentId } = stay;
    await payDue(stay);
    const { quoteId, refund } = await call(quoteCancellation, person, { bookingId });
    assert.equal(refund, 339_20);
    await call(cancelBooking, person, { bookingId, quoteId });
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).state === "refunded");
    const back = [paymentId, due.paymentId].map(async (id) => (await paymentOf(id)).refunded);
    assert.deepEqual(await Promise.all(back), [233_20, 106_00]);
  });

  it("lapse at the second of their hold, and not before; the stay keeps the dates that it has", async () => {
    const { house, bookingId, person, changeId, due } = await paying();
    const { closeAt } = await changeOf(changeId);
    assert.equal(closeAt?.toMillis(), now().getTime() + 10 * MINUTE);
    pass(10 * MINUTE - 1);
    assert.deepEqual(await call(payChange, person, { changeId }), due);
    await refused(take(house, stayFrom(house, 12)), "failed-precondition", "sold-out");
    assert.deepEqual(await sweepChanges(now(), 10), []);
    pass(1);
    await refused(call(payChange, person, { changeId }), "failed-precondition", "hold-expired");
    // No job has run.
    await take(house, stayFrom(house, 12));
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    assert.deepEqual(await sweepChanges(now(), 10), []);
    assert.equal(await statusOf(due.intent), "canceled");
    assert.equal((await changeOf(changeId)).state, "expired");
    const { checkIn, change, paid } = await bookingOf(bookingId);
    assert.deepEqual([checkIn, change, paid], [dayFrom(house, 10), null, 233_20]);
    await refused(call(payChange, person, { changeId }), "failed-precondition", "wrong-state");
  });

  it("wait alone: others are refused until they have lapsed, and what is paid then goes back", async () => {
    const stay = await paying();
    const { house, bookingId, changeId, due } = stay;
    const next = stayFrom(house, 20, 3);
    const pending = await refused(change(stay, next), "failed-precondition", "change-pending");
    assert.equal(pending.changeId, changeId);
    pass(10 * MINUTE);
    const second = (await change(stay, next)).changeId;
    assert.equal((await changeOf(changeId)).state, "cancelled");
    await payDue({ due });
    const { refunding, captured } = await paymentOf(due.paymentId);
    assert.deepEqual([captured, refunding], [106_00, 106_00]);
    assert.equal((await bookingOf(bookingId)).change, second);
    await payDue({ due: await call(payChange, stay.person, { changeId: second }) });
    assert.equal((await bookingOf(bookingId)).checkIn, next.checkIn);
    await makeRefunds();
  });

  it("may be asked for again once they have lapsed: what the first had opened nobody can pay any more", async () => {
    const stay = await paying();
    pass(10 * MINUTE);
    await change(stay, stayFrom(stay.house, 9, 1));
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    assert.equal(await statusOf(stay.due.intent), "canceled");
    const { checkIn, change: none } = await bookingOf(stay.bookingId);
    assert.deepEqual([checkIn, none], [dayFrom(stay.house, 9), null]);
  });

  it("are asked for once by a request: it answers the same while they wait, and what became of them", async () => {
    const stay = await onlyStay();
    const { house, person, bookingId } = stay;
    const to = await asked(stay, stayFrom(house, 11, 3));
    const [one, ...more] = await Promise.all([1, 2, 3].map(() => call(changeDates, person, to)));
    for (const other of more) assert.deepEqual(other, one);
    assert.equal(one?.closeAt, new Date(now().getTime() + 10 * MINUTE).toISOString());
    // Quoted once more, what they hold themselves is not in their way.
    const again = await call(quoteChange, person, { bookingId, ...stayFrom(house, 11, 3) });
    assert.equal(again.toPay, 106_00);
    pass(10 * MINUTE);
    await sweepChanges(now(), 10);
    const late = await call(changeDates, person, to);
    assert.deepEqual([late.changeId, late.state, late.closeAt], [one?.changeId, "expired", null]);
  });

  it("are paid by whom they are for, once, also with a second card", async () => {
    const { person, changeId, due, house } = await paying();
    for (const stranger of [customer(), house.host]) {
      await refused(call(payChange, stranger, { changeId }), "not-found", "no-such-change");
    }
    await confirm(due.intent, "pm_card_chargeDeclined");
    await untilPayment(due.paymentId, "failed");
    assert.equal((await changeOf(changeId)).state, "held");
    assert.deepEqual(await call(payChange, person, { changeId }), due);
    await payDue({ due });
    await refused(call(payChange, person, { changeId }), "failed-precondition", "wrong-state");
  });
});
