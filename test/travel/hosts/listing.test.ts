import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { audit } from "../../../functions/src/core/audit.ts";
import { acceptStay } from "../../../functions/src/travel/acceptStay.ts";
import { inventory } from "../../../functions/src/travel/calendar/schema.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { createProperty } from "../../../functions/src/travel/createProperty.ts";
import { createRoomType } from "../../../functions/src/travel/createRoomType.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { properties, roomTypesOf } from "../../../functions/src/travel/schema.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { dayOf, foundFor, notThere } from "../support/hosts.ts";
import {
  aProperty,
  aRoomType,
  book,
  bookingOf,
  openHouse,
  orderManager,
  pay,
  quote,
  stayFrom,
  take,
} from "../support/house.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: a property that is listed, or no more", () => {
  useStillClock();
  useProvider();

  it("is found and booked once its host lists it, which takes a room type", async () => {
    const [host, person] = [customer(), customer()];
    const { propertyId } = await call(createProperty, host, aProperty());
    const list = () => call(listProperty, host, { propertyId, listed: true });
    await refusedWhole(list, "failed-precondition", "no-room-types");
    const room = await call(createRoomType, host, aRoomType(propertyId));
    const house = { ...room, host, timeZone: "Europe/Lisbon" };
    const stay = stayFrom(house, 1);
    assert.deepEqual(await foundFor(stay), []);
    await refused(quote(house, person, stay), "not-found", "no-such-stay");
    assert.deepEqual(await list(), { propertyId, listed: true });
    assert.deepEqual(await foundFor(stay), [room.roomTypeId]);
    await quote(house, person, stay);
  });

  it("says so everywhere: in each room type and each month of both halves, and once", async () => {
    const house = await openHouse();
    const { propertyId, host } = house;
    await call(createRoomType, host, aRoomType(propertyId));
    const list = (listed: boolean) => call(listProperty, host, { propertyId, listed });
    const said = async () => {
      const [property, roomTypes, months] = await Promise.all([
        properties.doc(propertyId).get(),
        roomTypesOf(propertyId).get(),
        inventory.get(),
      ]);
      const all = [property, ...roomTypes.docs, ...months.docs];
      assert.equal(all.length, 1 + 2 + 26);
      return new Set(all.map((document) => document.data()?.listed));
    };
    assert.deepEqual(await said(), new Set([true]));
    // Its host's account, how often they called, the property; what is there of each room type.
    const counted = { reads: 3, writes: 1 };
    await costs({ reads: 3 + 2 * 14, writes: 2 + 2 * 27 }, () => list(false));
    assert.deepEqual(await said(), new Set([false]));
    assert.deepEqual(await foundFor(stayFrom(house, 1)), []);
    await costs(counted, () => list(false));
    await list(true);
    assert.deepEqual(await said(), new Set([true]));
    assert.equal((await foundFor(stayFrom(house, 1))).length, 2);
  });

  it("is taken down by order managers, each time recorded; it is for its host to list it again", async () => {
    const [house, manager] = [await openHouse(), await orderManager()];
    const { propertyId, host } = house;
    const list = (by: Person, listed: boolean) => call(listProperty, by, { propertyId, listed });
    await list(host, false);
    await list(manager, false);
    assert.equal((await audit.get()).size, 0);
    for (const times of [1, 2]) {
      await list(host, true);
      assert.deepEqual(await list(manager, false), { propertyId, listed: false });
      assert.deepEqual(await list(manager, false), { propertyId, listed: false });
      assert.deepEqual(await foundFor(stayFrom(house, 1)), []);
      await refused(list(manager, true), ...notThere);
      const entries = (await audit.get()).docs.map((entry) => entry.data());
      assert.equal(entries.length, times);
      for (const { at: _, ...entry } of entries) {
        const subject = `properties/${propertyId}`;
        assert.deepEqual(entry, { action: "travel.unlist", actor: manager.uid, subject });
      }
    }
  });

  it("no more keeps what is booked and what is held, and sells nothing, whatever was quoted", async () => {
    const house = await openHouse({}, { capacity: 4 });
    const stay = stayFrom(house, 3);
    const person = customer();
    const booked = await book(house, stay);
    const held = await take(house, stay);
    const { quoteId } = await quote(house, person, stay);
    const { propertyId, host } = house;
    await call(listProperty, host, { propertyId, listed: false });
    const takeUp = () => call(holdStay, person, { requestId: randomUUID(), quoteId });
    await refused(takeUp(), "failed-precondition", "not-listed");
    await refused(quote(house, person, stay), "not-found", "no-such-stay");
    await pay(held.bookingId, held.person);
    for (const { bookingId } of [booked, held]) {
      assert.equal((await bookingOf(bookingId)).state, "confirmed");
    }
    assert.equal((await dayOf(house, stay.checkIn)).booked, 2);
    await call(listProperty, host, { propertyId, listed: true });
    const { booked: counted, left } = await dayOf(house, stay.checkIn);
    assert.deepEqual([counted, left], [2, 2]);
    await takeUp();
  });

  it("no more accepts no request; what is held is given up as before", async () => {
    const house = await openHouse({ mode: "on_request" });
    const [asked, accepted] = [
      await take(house, stayFrom(house, 1)),
      await take(house, stayFrom(house, 1)),
    ];
    const { propertyId, host } = house;
    const accept = ({ bookingId }: { bookingId: string }) => call(acceptStay, host, { bookingId });
    await accept(accepted);
    await call(listProperty, host, { propertyId, listed: false });
    await refused(accept(asked), "failed-precondition", "not-listed");
    await call(cancelBooking, accepted.person, { bookingId: accepted.bookingId });
    assert.equal((await dayOf(house, stayFrom(house, 1).checkIn)).left, 2);
    await call(listProperty, host, { propertyId, listed: true });
    assert.equal((await accept(asked)).state, "held");
  });
});
