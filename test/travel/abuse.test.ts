import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { HOUR, SECOND, stamp } from "../../functions/src/core/clock.ts";
import { counterOf } from "../../functions/src/core/limits.ts";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { guestLists } from "../../functions/src/travel/booking/schema.ts";
import { changeDates } from "../../functions/src/travel/changeDates.ts";
import { HOLD_LIMIT, holdStay } from "../../functions/src/travel/holdStay.ts";
import { PAY_LIMIT, payStay } from "../../functions/src/travel/payStay.ts";
import { searchStays } from "../../functions/src/travel/searchStays.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { useProvider } from "../support/payments.ts";
import { useStillClock } from "../support/time.ts";
import { open, openHouse, pay, quote, stayFrom, take } from "./support/house.ts";
import { callables, inputsFor, NOWHERE } from "./support/inputs.ts";

const tooMany = ["resource-exhausted", "too-many-requests"] as const;

/** How often somebody may call, and in how many seconds: what is counted before anything else is done. */
const LIMITS: Record<string, readonly [calls: number, seconds: number]> = {
  createProperty: [20, 86_400],
  createRoomType: [50, 86_400],
  listProperty: [50, 86_400],
  nameGuests: [60, 3600],
  quoteCancellation: [60, 3600],
  quoteChange: [120, 3600],
  quoteStay: [120, 3600],
  reviewStay: [60, 3600],
  setCapacity: [500, 86_400],
  setRates: [500, 86_400],
};

describe("travel: what somebody can make it cost, or do to others", () => {
  const { pass } = useStillClock();
  useProvider();
  const inputs = inputsFor(NOWHERE);

  it("is so many calls and no more, each counted whatever comes of it, and for nobody else", async () => {
    for (const [name, callable] of callables) {
      const [calls = 1_000, seconds = 3600] = LIMITS[name] ?? [];
      const person = customer();
      const ask = (by: Person = person) =>
        call(callable, by, inputs[name]).then(() => "", reasonOf);
      const counter = counterOf("local", person.uid);
      const expiresAt = stamp(seconds * SECOND);
      await counter.set({ calls: calls - 1, lastCall: "before", expiresAt });
      assert.notEqual(await ask(), "too-many-requests", name);
      const counted = (await counter.get()).data()?.calls;
      assert.equal(counted, name in LIMITS ? calls : calls - 1, name);
      if (counted !== calls) continue;
      assert.equal(await ask(), "too-many-requests", name);
      assert.notEqual(await ask(customer()), "too-many-requests", name);
      pass(seconds * SECOND - 1);
      assert.equal(await ask(), "too-many-requests", name);
      pass(1);
      assert.notEqual(await ask(), "too-many-requests", name);
    }
  });

  it("is five stays taken up or moved in an hour together, whatever their request ids; the same request again is none, nor is a refusal", async () => {
    const [house, person] = [await openHouse({}, { capacity: 9 }), customer()];
    const counted = async () =>
      (await counterOf("travel.holds", person.uid).get()).data()?.calls ?? 0;
    const { bookingId } = await take(house, stayFrom(house, 5), person);
    const { quoteId } = await quote(house, person, stayFrom(house, 9));
    const again = { requestId: randomUUID(), quoteId };
    let second = "";
    for (let n = 0; n < 3; n++) second = (await call(holdStay, person, again)).bookingId;
    assert.equal(await counted(), 2);
    const moved = {
      requestId: randomUUID(),
      bookingId,
      ...stayFrom(house, 6),
      toPay: 0,
      refund: 0,
    };
    await refused(call(changeDates, person, moved), "failed-precondition", "wrong-state");
    assert.equal(await counted(), 2);

    for (const each of [bookingId, second]) {
      await pay(each, person);
      const { requestId } = again;
      const move = { ...moved, requestId, bookingId: each };
      for (let n = 0; n < 2; n++) await call(changeDates, person, move);
    }
    assert.equal(await counted(), 4);

    assert.deepEqual(HOLD_LIMIT, { calls: 5, seconds: 3600 });
    await counterOf("travel.holds", person.uid).update({ calls: HOLD_LIMIT.calls });
    const late = { requestId: randomUUID(), quoteId };
    await refused(call(holdStay, person, late), ...tooMany);
    assert.deepEqual((await call(holdStay, person, again)).state, "confirmed");
    await take(house, stayFrom(house, 9));
    pass(HOUR);
    await take(house, stayFrom(house, 9), person);
  });

  it("is sixty questions to the payment provider in an hour", async () => {
    const [house, person] = [await openHouse(), customer()];
    const { bookingId } = await take(house, stayFrom(house, 5), person);
    await open(bookingId, person);
    assert.deepEqual(PAY_LIMIT, { calls: 60, seconds: 3600 });
    await counterOf("travel.pay", person.uid).update({ calls: PAY_LIMIT.calls - 1 });
    await call(payStay, person, { bookingId });
    await refused(call(payStay, person, { bookingId }), ...tooMany);
  });

  it("is no price that hides what others offer, and no guest's address for a host who only asks", async () => {
    const [house, dear] = [await openHouse(), await openHouse({}, { price: 1_000_000_00 })];
    const stay = stayFrom(house, 5);
    const { stays } = await call(searchStays, undefined, { city: "lisbon", ...stay, guests: 1 });
    const found = stays.map(({ propertyId }) => propertyId);
    assert.deepEqual(
      [found.includes(house.propertyId), found.includes(dear.propertyId)],
      [true, false],
    );
    const asked = await openHouse({ mode: "on_request" });
    const { bookingId } = await take(asked, stay);
    assert.equal((await guestLists.doc(bookingId).get()).data()?.hostId, null);
  });
});
