import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { HOUR, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { bookings } from "../../../functions/src/travel/booking/schema.ts";
import { HOLD_LIMIT, holdStay } from "../../../functions/src/travel/holdStay.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { whileAuthFails } from "../../accounts/support/auth.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { dawnOf } from "../support/hosts.ts";
import {
  bookedOn,
  bookingOf,
  dayFrom,
  guestsOf,
  leftOf,
  monthOf,
  quote,
  stayFrom,
  take,
} from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: the hold of a stay", () => {
  const { pass } = useStillClock();

  const hold = (person: Person, quoteId: string, requestId: string = randomUUID()) =>
    call(holdStay, person, { requestId, quoteId });

  it("keeps its nights for ten minutes, for who has asked", async () => {
    const house = await plantHouse({}, { capacity: 3 });
    const person = customer();
    const stay = stayFrom(house, 10);
    const { quoteId, totals } = await quote(house, person, { ...stay, rooms: 2, guests: 3 });
    const { bookingId, ...answer } = await hold(person, quoteId);
    const closeAt = new Date(now().getTime() + 10 * MINUTE).toISOString();
    assert.deepEqual(answer, { state: "held", totals, currency: "EUR", closeAt });
    assert.deepEqual(
      [await leftOf(house, stay.checkIn), await leftOf(house, stay.checkOut)],
      [1, 3],
    );
    const { holds } = await monthOf(house, stay.checkIn.slice(0, 7));
    assert.equal(holds[bookingId]?.until.toDate().toISOString(), closeAt);
    const { captured, paid, reference } = await bookingOf(bookingId);
    assert.deepEqual([captured, paid, reference], [0, 0, null]);
    const { email, hostId, guests } = (await guestsOf(bookingId)) ?? {};
    assert.deepEqual([email, hostId, guests], [person.token.email, null, []]);
  });

  it("is the same when it is asked for again, though all is full or over by then", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    const person = customer();
    const stay = stayFrom(house, 10);
    const [one, other] = [await quote(house, person, stay), await quote(house, person, stay)];
    const requestId = randomUUID();
    const again = () => hold(person, one.quoteId, requestId);
    const answers = await Promise.all([again(), again(), again()]);
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    const attempt = () => hold(person, other.quoteId, requestId);
    await refusedWhole(attempt, "already-exists", "request-id-reused");
    pass(HOUR);
    assert.deepEqual(await again(), answers[0]);
    assert.equal((await bookings.get()).size, 1);
  });

  it("of ten who ask at once for the last room, one has; the others hear that it is full", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    const stay = stayFrom(house, 10);
    const asking = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const person = customer();
        return { person, quoteId: (await quote(house, person, stay)).quoteId };
      }),
    );
    const outcomes = await Promise.all(
      asking.map(({ person, quoteId }) =>
        hold(person, quoteId).then(({ state }) => state, reasonOf),
      ),
    );
    assert.deepEqual(outcomes.toSorted(), ["held", ...Array(9).fill("sold-out")]);
    assert.equal((await bookings.get()).size, 1);
    assert.equal(await leftOf(house, stay.checkIn), 0);
  });

  it("leaves the day on which it ends to who comes then", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    await take(house, stayFrom(house, 10));
    await take(house, stayFrom(house, 12));
    await take(house, stayFrom(house, 8));
    for (const days of [9, 11, 13]) {
      const attempt = quote(house, customer(), stayFrom(house, days, 1));
      await refused(attempt, "failed-precondition", "sold-out");
    }
    await take(house, stayFrom(house, 14));
  });

  it("is at the price, and on the terms, of the quote, whatever the host has set since", async () => {
    const house = await plantHouse();
    const { propertyId, roomTypeId, host } = house;
    const person = customer();
    const { checkIn: from, checkOut: until } = stayFrom(house, 10);
    const { quoteId, totals, policy } = await quote(house, person, {
      checkIn: from,
      checkOut: until,
    });
    await call(setRates, host, { propertyId, roomTypeId, from, until, price: 999_00 });
    const terms = { cleaningFee: 99_00, taxBasisPoints: 2000, policy: "strict" } as const;
    await properties.doc(propertyId).update({ ...terms, mode: "on_request" });
    const { bookingId, state, ...held } = await hold(person, quoteId);
    assert.deepEqual([state, held.totals], ["held", totals]);
    const booking = await bookingOf(bookingId);
    assert.deepEqual([booking.totals, booking.policy], [totals, policy]);
    const dearer = await quote(house, customer(), { checkIn: from, checkOut: until });
    assert.ok(dearer.totals.total > totals.total);
  });

  it("takes a quote until its quarter of an hour is over, to the millisecond", async () => {
    const house = await plantHouse();
    const person = customer();
    const { quoteId } = await quote(house, person, stayFrom(house, 10));
    pass(15 * MINUTE - 1);
    await hold(person, quoteId);
    pass(1);
    const attempt = () => hold(person, quoteId);
    await refusedWhole(attempt, "failed-precondition", "quote-expired");
  });

  it("is of no day that is over where it is, though it was quoted before", async () => {
    const house = await plantHouse();
    const person = customer();
    const dawn = dawnOf(dayFrom(house, 1), house).getTime();
    pass(dawn - now().getTime() - 1);
    const stay = stayFrom(house, 0);
    const { quoteId } = await quote(house, person, stay);
    assert.equal((await hold(person, quoteId)).state, "held");
    pass(1);
    const attempt = () => hold(person, quoteId);
    const about = await refusedWhole(attempt, "failed-precondition", "in-the-past");
    assert.equal(about.checkIn, stay.checkIn);
  });

  it("is asked of a host again where nobody can look up whom to write to", async () => {
    const [house, person] = [await plantHouse({ mode: "on_request" }), customer()];
    const { quoteId } = await quote(house, person, stayFrom(house, 10));
    const attempt = () => whileAuthFails(() => hold(person, quoteId));
    await refusedWhole(attempt, "unavailable", "sign-in-unavailable");
    assert.equal((await hold(person, quoteId)).state, "requested");
  });

  it("takes one quote for a second booking, while there are rooms", async () => {
    const house = await plantHouse({}, { capacity: 2 });
    const person = customer();
    const stay = stayFrom(house, 10);
    const { quoteId } = await quote(house, person, stay);
    const [one, other] = [await hold(person, quoteId), await hold(person, quoteId)];
    assert.notEqual(one.bookingId, other.bookingId);
    const attempt = () => hold(person, quoteId);
    const { left } = await refusedWhole(attempt, "failed-precondition", "sold-out");
    assert.equal(left, 0);
  });

  it("refuses another's quote, and what is closed or not for sale since", async () => {
    const house = await plantHouse();
    const { propertyId, roomTypeId, host } = house;
    const person = customer();
    const { checkIn: from, checkOut: until } = stayFrom(house, 10);
    const { quoteId } = await quote(house, person, { checkIn: from, checkOut: until });
    await refusedWhole(() => hold(customer(), quoteId), "not-found", "no-such-quote");
    await refused(hold(person, "none"), "not-found", "no-such-quote");
    const unverified = { uid: person.uid, token: { ...person.token, email_verified: false } };
    await refusedWhole(() => hold(unverified, quoteId), "permission-denied", "unverified");
    const attempt = () => hold(person, quoteId);
    const close = (closed: boolean) =>
      call(setCapacity, host, { propertyId, roomTypeId, from, until, closed });
    await close(true);
    await refusedWhole(attempt, "failed-precondition", "closed");
    await close(false);
    await call(listProperty, host, { propertyId, listed: false });
    await refusedWhole(attempt, "failed-precondition", "not-listed");
    await call(listProperty, host, { propertyId, listed: true });
    assert.equal((await attempt()).state, "held");
  });

  it("is to be had five times an hour; what was refused does not count", async () => {
    const house = await plantHouse({}, { capacity: HOLD_LIMIT.calls });
    const person = customer();
    const { quoteId } = await quote(house, person, stayFrom(house, 10));
    await refused(hold(person, "none"), "not-found", "no-such-quote");
    for (let n = 0; n < HOLD_LIMIT.calls; n++) await hold(person, quoteId);
    const attempt = () => hold(person, quoteId);
    await refusedWhole(attempt, "resource-exhausted", "too-many-requests");
    pass(HOUR);
    await take(house, stayFrom(house, 10), person);
  });

  it("is held once when the answer to its commit is lost", async () => {
    const house = await plantHouse({}, { capacity: 4 });
    const person = customer();
    const stay = stayFrom(house, 10);
    const { quoteId } = await quote(house, person, stay);
    for (const [index, code] of [4, 10, 13, 14].entries()) {
      const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await hold(person, quoteId);
      assert.ok(happened());
      assert.equal((await bookings.get()).size, index + 1);
      assert.equal(await leftOf(house, stay.checkIn), 3 - index);
    }
    assert.equal(await bookedOn(house, stay.checkIn), 0);
  });
});
