import assert from "node:assert/strict";
import { now, stamp } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import {
  BookingState,
  bookingChanges,
  bookings,
  guestLists,
} from "../../../functions/src/travel/booking/schema.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../../functions/src/travel/completeStay.ts";
import { sweepBookings, sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { OVER } from "../../../functions/src/travel/leaving/forgetBooking.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { call } from "../../support/call.ts";
import { documentsHolding } from "../../support/everything.ts";
import { makeRefunds } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { bringTo, noonOf, payAgain } from "../support/bookingStates.ts";
import { book, bookingOf, changeOf, guestsOf, openHouse, stayFrom } from "../support/house.ts";
import { eraseAll, type Leaver, leave, leaver, namesOf, useLeaving } from "../support/leaving.ts";
import { guestNameOf, putOver, say, sayWhoComes, takeAs } from "../support/past.ts";

describe("travel: the stays of somebody who leaves", () => {
  const use = useLeaving();
  let person: Leaver;
  beforeEach(async () => {
    person = await leaver();
  });

  it("are left as they are until they are over, and are anonymous then, whatever came of them", async () => {
    const house = await openHouse();
    const { bookingId } = await takeAs(house, person, 10);
    const { closeAt: _, ...booking } = await bookingOf(bookingId);
    const list = await guestsOf(bookingId);
    assert.ok(list);
    for (const state of BookingState.options) {
      await bookings.doc(state).set({ ...booking, state });
      await guestLists.doc(state).set(list);
    }
    await bookings.doc(bookingId).delete();
    assert.equal(await leave(person), "later");
    const anonymous = { uid: person.leaving.alias, fingerprint: "" };
    for (const state of BookingState.options) {
      const isOver = OVER.includes(state);
      const expected = { ...booking, state, ...(isOver ? anonymous : {}) };
      assert.deepEqual(await bookingOf(state), expected, state);
      assert.deepEqual(await guestsOf(state), isOver ? undefined : list, state);
    }
    assert.deepEqual(OVER.toSorted(), [
      ...["cancelled", "completed", "declined", "expired", "no_show", "refunded"],
    ]);
  });

  it("go on as they would have: their host knows who comes, until the stay is over", async () => {
    const house = await openHouse();
    const { bookingId } = await book(house, stayFrom(house, 3), person);
    await sayWhoComes(bookingId, person);
    assert.deepEqual(await eraseAll(person), ["erased", "later"]);
    const { uid, hostId, guests } = (await guestsOf(bookingId)) ?? assert.fail();
    assert.deepEqual(
      [uid, hostId, guests],
      [person.uid, house.host.uid, [{ name: guestNameOf(person) }]],
    );
    use.passTo(noonOf(house, (await bookingOf(bookingId)).checkIn));
    await call(checkIn, house.host, { bookingId });
    assert.equal(await leave(person), "later");
    use.passTo(noonOf(house, (await bookingOf(bookingId)).checkOut));
    await call(completeStay, house.host, { bookingId });
    assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
    assert.equal((await bookingOf(bookingId)).state, "completed");
  });

  it("wait for a payment that is being ended, of the stay or of other dates for it", async () => {
    const house = await openHouse();
    const { bookingId } = await takeAs(house, person, 10);
    const { nights, totals, checkIn: from, checkOut: to } = await bookingOf(bookingId);
    await putOver(bookingId, "cancelled");
    const dates = { bookingId, uid: person.uid, nights, totals, checkIn: from, checkOut: to };
    const money = { toPay: 1, refund: 0, percent: 100, payment: null, earlier: 0 };
    const times = { at: stamp(), closeAt: stamp() };
    const change = { ...dates, ...money, ...times, state: "cancelled", fingerprint: "f" } as const;
    await bookingChanges.doc("a-change").set(change);
    await bookings.doc(bookingId).update({ closeAt: stamp() });
    assert.equal(await leave(person), "later");
    assert.deepEqual(await sweepBookings(now(), 10), ["closed"]);
    assert.equal(await leave(person), "later");
    assert.deepEqual(
      [(await bookingOf(bookingId)).uid, (await changeOf("a-change")).uid],
      [person.uid, person.uid],
    );
    assert.deepEqual(await sweepChanges(now(), 10), ["closed"]);
    assert.equal(await leave(person), "erased");
    assert.equal((await changeOf("a-change")).uid, person.leaving.alias);
  });

  it("take what was said of them along, with its stars, also where the property is gone", async () => {
    const [house, gone] = [await openHouse(), await openHouse()];
    for (const one of [house, gone]) {
      const { bookingId } = await takeAs(one, person, 10);
      await putOver(bookingId);
      await say(bookingId, person, 4);
    }
    await properties.doc(gone.propertyId).delete();
    assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
    const rated = (await properties.doc(house.propertyId).get()).data()?.rating;
    assert.deepEqual(rated, { count: 0, sum: 0 });
    assert.deepEqual(await documentsHolding("stayReviews", ...namesOf(person)), []);
  });

  it("give their money back as ever once nobody knows whose they were, and nobody is written of it", async () => {
    const house = await openHouse();
    const { bookingId } = await bringTo("cancelled", house, use);
    const { uid } = await bookingOf(bookingId);
    const email = `${uid}@example.com`;
    const traveller = { ...person, uid, leaving: { uid, emails: [email], alias: "gone-1" } };
    assert.deepEqual(await eraseAll(traveller), ["erased", "erased"]);
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).state === "refunded");
    const { refunded, captured } = await bookingOf(bookingId);
    assert.equal(refunded, captured);
    assert.equal((await mails.where("to", "==", email).get()).size, 0);
    assert.deepEqual(await documentsHolding(uid), []);
  });

  it("are nobody's to confirm: money that comes late for one that has expired goes back", async () => {
    const house = await openHouse();
    const { bookingId } = await takeAs(house, person, 10);
    use.passTo((await bookingOf(bookingId)).closeAt?.toDate() ?? now());
    assert.deepEqual(await sweepBookings(now(), 10), ["closed"]);
    assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
    const paymentId = await payAgain(bookingId);
    await makeRefunds();
    await until(async () => (await payments.doc(paymentId).get()).data()?.refunded !== 0);
    await until(async () => (await bookingOf(bookingId)).state === "refunded");
    assert.equal((await mails.get()).size, 0);
    assert.equal((await bookingOf(bookingId)).reference, null);
  });
});
