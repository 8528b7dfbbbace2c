import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { HELD_FOR, holdStay } from "../../../functions/src/travel/holdStay.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { call, customer, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { confirm, untilPayment, useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { dayOf, foundFor, onlyTakes, outcomesOf } from "../support/hosts.ts";
import {
  book,
  bookingOf,
  dayFrom,
  type House,
  open,
  openHouse,
  pay,
  quote,
  stayFrom,
  take,
} from "../support/house.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: how many rooms there are", () => {
  const { pass } = useStillClock();
  useProvider();

  const belowBooked = ["failed-precondition", "below-booked"] as const;
  /** Of the days 9 to 12 from today. */
  const set = (house: House, rooms: object) => {
    const { host, propertyId, roomTypeId } = house;
    const span = { from: dayFrom(house, 9), until: dayFrom(house, 13) };
    return call(setCapacity, host, { propertyId, roomTypeId, ...span, ...rooms });
  };

  it("are as many as are booked and held at least: until a hold lapses, at its second", async () => {
    const house = await openHouse({}, { capacity: 5 });
    const stay = stayFrom(house, 10);
    await book(house, { ...stay, rooms: 2 });
    await take(house, stay);
    const about = await refusedWhole(() => set(house, { capacity: 2 }), ...belowBooked);
    const { reason: _, ...taken } = about;
    assert.deepEqual(taken, { date: stay.checkIn, booked: 2, held: 1 });
    assert.deepEqual(await set(house, { capacity: 3 }), { days: 4 });
    assert.equal((await dayOf(house, stay.checkIn)).left, 0);

    pass(HELD_FOR - 1);
    await refused(set(house, { capacity: 2 }), ...belowBooked);
    pass(1);
    await set(house, { capacity: 2 });
    assert.equal((await refused(set(house, { capacity: 1 }), ...belowBooked)).held, 0);
    const { capacity, booked, left } = await dayOf(house, stay.checkIn);
    assert.deepEqual([capacity, booked, left], [2, 2, 0]);
  });

  it("that are closed sell nothing more, whatever was quoted; what is booked and held stays", async () => {
    const [house, person] = [await openHouse({}, { capacity: 4 }), customer()];
    const stay = stayFrom(house, 10);
    const booked = await book(house, stay);
    const [held, late] = [await take(house, stay), await take(house, stay)];
    const { paymentId, intent } = await open(late.bookingId, late.person);
    const { quoteId } = await quote(house, person, stay);
    await set(house, { closed: true });
    const takeUp = () => call(holdStay, person, { requestId: randomUUID(), quoteId });
    const { date } = await refused(takeUp(), "failed-precondition", "closed");
    assert.equal(date, stay.checkIn);
    await refused(quote(house, person, stay), "failed-precondition", "closed");
    assert.deepEqual(await foundFor(stay), []);
    assert.equal((await dayOf(house, stay.checkIn)).left, 0);
    await pay(held.bookingId, held.person);
    for (const { bookingId } of [booked, held]) {
      assert.equal((await bookingOf(bookingId)).state, "confirmed");
    }
    await refused(set(house, { capacity: 1 }), ...belowBooked);
    pass(HELD_FOR);
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    assert.equal((await bookingOf(late.bookingId)).state, "expired");
    await set(house, { closed: false });
    const { capacity, booked: counted, left } = await dayOf(house, stay.checkIn);
    assert.deepEqual([capacity, counted, left], [4, 2, 2]);
    await takeUp();
  });

  it("may be none, and closed and counted at once; of some days of the week alone", async () => {
    const house = await openHouse();
    const [day, other] = [dayFrom(house, 10), dayFrom(house, 11)];
    const weekday = new Date(day).getUTCDay() || 7;
    const some = { capacity: 0, closed: true, weekdays: [weekday] };
    assert.deepEqual(await set(house, some), { days: 1 });
    const { capacity, closed, left, price } = await dayOf(house, day);
    assert.deepEqual([capacity, closed, left, price], [0, true, 0, 100_00]);
    await set(house, { closed: false });
    assert.equal((await dayOf(house, day)).left, 0);
    assert.equal((await dayOf(house, other)).left, 2);
    await set(house, { capacity: 500 });
    assert.equal((await dayOf(house, day)).left, 500);
  });

  it("set by two devices at once are as both say; a booking in between is counted", async () => {
    const house = await openHouse();
    const stay = stayFrom(house, 10);
    const meanwhile = async () => {
      await set(house, { closed: true });
      await set(house, { closed: false, weekdays: [1, 2, 3, 4, 5, 6, 7] });
      await take(house, stay);
      await set(house, { closed: true });
    };
    await beforeCommit(meanwhile, () => set(house, { capacity: 1 }), 2);
    const { capacity, closed } = await dayOf(house, stay.checkIn);
    assert.deepEqual([capacity, closed], [1, true]);

    await set(house, { closed: false, capacity: 2 });
    const none = () => set(house, { capacity: 1 });
    await refused(
      beforeCommit(() => take(house, stay), none, 2),
      ...belowBooked,
    );
    assert.equal((await dayOf(house, stay.checkIn)).capacity, 2);
  });

  it("are gone for who takes them at the same moment: never more are held than there are", async () => {
    const house = await openHouse({}, { capacity: 3 });
    const [stay, people] = [stayFrom(house, 10), Array.from({ length: 3 }, customer)];
    const quotes = await Promise.all(people.map((person) => quote(house, person, stay)));
    const [first, ...rest] = people.map((person, index) => () => {
      const quoteId = quotes[index]?.quoteId ?? "";
      return call(holdStay, person, { requestId: randomUUID(), quoteId });
    }) as [() => Promise<unknown>, ...(() => Promise<unknown>)[]];
    await refused(
      beforeCommit(() => set(house, { capacity: 0 }), first),
      "failed-precondition",
      "sold-out",
    );
    await set(house, { capacity: 3 });
    const all = [first, ...rest].map((takeUp) => takeUp());
    const [fewer] = await outcomesOf([set(house, { capacity: 1 })]);
    const held = (await outcomesOf(all)).filter((outcome) => outcome === "done").length;
    const { capacity, left } = await dayOf(house, stay.checkIn);
    assert.equal(capacity, fewer === "done" ? 1 : 3);
    assert.deepEqual([held <= capacity, left], [true, capacity - held]);
    pass(HELD_FOR);
    await set(house, { capacity: 0 });
  });

  it("are 0 to 500 of days that there are", async () => {
    const house = await openHouse();
    const { host, propertyId, roomTypeId } = house;
    const from = dayFrom(house, 0);
    const good = {
      propertyId,
      roomTypeId,
      from,
      until: dayFrom(house, 1),
      closed: true,
    };
    await onlyTakes(setCapacity, host, good, {
      capacity: [-1, 501, 1.5, null],
      closed: ["yes", null],
      booked: [0],
      price: [100_00],
      until: [from],
      weekdays: [[]],
    });
    const { closed: _, ...silent } = good;
    const attempt = call(setCapacity, host, silent);
    const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
    assert.deepEqual(fields, [{ field: "", message: "must say one of capacity, closed" }]);
    assert.deepEqual(await call(setCapacity, host, good), { days: 1 });
  });
});
