import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { checkInOf } from "../../../functions/src/travel/booking/moments.ts";
import { bookings } from "../../../functions/src/travel/booking/schema.ts";
import { inventory } from "../../../functions/src/travel/calendar/schema.ts";
import { publicHalfOf } from "../../../functions/src/travel/calendar/sheet.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { HOLD_LIMIT } from "../../../functions/src/travel/holdStay.ts";
import { sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call, refused } from "../../support/call.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { callOff } from "../support/bookingStates.ts";
import { useCheckedHouses } from "../support/books.ts";
import { asked, change, onlyStay, payDue } from "../support/changes.ts";
import { book, bookingOf, paymentOf, shownOf, stayFrom } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

type Stay = Awaited<ReturnType<typeof onlyStay>>;

describe("travel: a stay that is moved to and fro", () => {
  const { pass, provider: payer } = useCheckedHouses();

  /** Three nights that give back half, for 339.20. */
  async function halfStay(): Promise<Stay> {
    const house = await plantHouse({}, { capacity: 1 });
    return { house, ...(await book(house, stayFrom(house, 3, 3))) };
  }

  /** Moves it, and pays what that costs more. Answers that. */
  async function move(stay: Stay, days: number, nights: number): Promise<number> {
    pass(15 * MINUTE);
    const { changeId, toPay } = await change(stay, stayFrom(stay.house, days, nights));
    if (toPay > 0) await payDue({ due: await call(payChange, stay.person, { changeId }) });
    return toPay;
  }

  /** What its host has in the end, in minor units, after it is cancelled. */
  async function keptOf(stay: Stay): Promise<number> {
    await callOff(stay);
    return (await bookingOf(stay.bookingId)).paid;
  }

  it("and was shortened once gives back, cancelled, what it would have given back at once", async () => {
    const stay = await halfStay();
    await move(stay, 3, 1);
    assert.equal(await keptOf(stay), 169_60);
  });

  it("keeps no less than had it been cancelled at once, however often it is moved", async () => {
    const stay = await halfStay();
    await move(stay, 3, 1);
    for (const days of [20, 21, 20, 21]) assert.equal(await move(stay, days, 1), 0);
    assert.equal((await bookingOf(stay.bookingId)).paid, 233_20);
    assert.equal(await keptOf(stay), 169_60);
  });

  it("and longer again for what was kept, gives none of that back", async () => {
    const stay = await halfStay();
    await move(stay, 3, 1);
    assert.equal(await move(stay, 3, 2), 0);
    await move(stay, 3, 1);
    await move(stay, 3, 2);
    const kept = await keptOf(stay);
    // Percents are whole: it may be one of them more.
    assert.ok(kept >= 169_60 && kept <= 169_60 + 2_33, `${kept} kept`);
  });

  it("and is what it was again gives back what it would have: what was kept has counted", async () => {
    const stay = await halfStay();
    await move(stay, 3, 1);
    assert.equal(await move(stay, 3, 3), 106_00);
    assert.equal(await keptOf(stay), 169_60);
  });

  it("is not asked to pay again what was given back in the provider's dashboard", async () => {
    const stay = await onlyStay();
    const { bookingId, person, house } = stay;
    const { intent } = await paymentOf(stay.paymentId);
    await provider().refunds.create({ payment_intent: intent ?? "", amount: 100_00 });
    await until(async () => (await bookingOf(bookingId)).paid === 133_20);
    const costs = async (days: number, nights: number) => {
      const to = stayFrom(house, days, nights);
      const { toPay, refund } = await call(quoteChange, person, { bookingId, ...to });
      return [toPay, refund];
    };
    assert.deepEqual(await costs(20, 2), [0, 0]);
    assert.deepEqual(await costs(20, 3), [106_00, 0]);
    assert.deepEqual(await costs(20, 1), [0, 6_00]);
    assert.equal((await callOff(stay)).refund, 133_20);
  });

  it("leaves no night shown as taken where a change has lapsed and another has taken its place", async () => {
    const stay = await onlyStay();
    // Three months, so that none is written for another.
    assert.equal((await change(stay, stayFrom(stay.house, 45, 3))).state, "held");
    pass(10 * MINUTE);
    await change(stay, stayFrom(stay.house, 80, 2));
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    const months = (await inventory.get()).docs.map((month) => month.data());
    for (const month of months) {
      const { updatedAt: _, ...shown } = await shownOf(month, month.month);
      const { updatedAt: __, ...wanted } = publicHalfOf(month);
      assert.deepEqual(shown, wanted);
    }
  });

  it("gives back no more for late money than the policy does when it comes", async () => {
    const stay = await onlyStay();
    const { bookingId, person, house } = stay;
    const tier = checkInOf(await bookingOf(bookingId)).getTime() - 5 * DAY;
    pass(tier - MINUTE - now().getTime());
    const { changeId } = await change(stay, stayFrom(house, 50, 3));
    const due = await call(payChange, person, { changeId });
    await confirm(due.intent, "pm_success_de");
    await untilPayment(due.paymentId, "processing");
    pass(10 * MINUTE);
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    await payer.simulator.settle(due.intent, "succeeded");
    await untilPayment(due.paymentId, "succeeded");
    assert.equal((await bookingOf(bookingId)).checkIn, stayFrom(house, 50).checkIn);
    assert.equal((await call(quoteCancellation, person, { bookingId })).percent, 50);
  });

  it("is moved twenty times at most", async () => {
    const stay = await onlyStay();
    const { bookingId, house } = stay;
    const { timeline } = await bookingOf(bookingId);
    const moved = (times: number) => {
      const [{ at } = assert.fail()] = timeline;
      const changes = Array.from({ length: times }, () => ({ event: "changed" as const, at }));
      return bookings.doc(bookingId).update({ timeline: [...timeline, ...changes] });
    };
    await moved(20);
    const attempt = change(stay, stayFrom(house, 11));
    await refused(attempt, "failed-precondition", "too-many-changes");
    await moved(19);
    assert.equal((await change(stay, stayFrom(house, 11))).state, "applied");
  });

  it("counts as two where one request id is used for two stays", async () => {
    const house = await plantHouse();
    const { person, ...first } = await book(house, stayFrom(house, 10));
    const second = await book(house, stayFrom(house, 20), person);
    const requestId = randomUUID();
    const moves = HOLD_LIMIT.calls - 2;
    for (let n = 0; n < moves - 1; n++) await change({ ...first, person }, stayFrom(house, 11 + n));
    const to = await asked({ ...first, person }, stayFrom(house, 15));
    await call(changeDates, person, { ...to, requestId });
    const other = await asked(second, stayFrom(house, 21));
    const attempt = call(changeDates, person, { ...other, requestId });
    await refused(attempt, "resource-exhausted", "too-many-requests");
  });
});
