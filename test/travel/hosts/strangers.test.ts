import assert from "node:assert/strict";
import { HOUR, now } from "../../../functions/src/core/clock.ts";
import { acceptStay } from "../../../functions/src/travel/acceptStay.ts";
import { checkOutOf } from "../../../functions/src/travel/booking/moments.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../../functions/src/travel/completeStay.ts";
import { createRoomType } from "../../../functions/src/travel/createRoomType.ts";
import { declineStay } from "../../../functions/src/travel/declineStay.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, callWith, customer, type Person, refused } from "../../support/call.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { notThere } from "../support/hosts.ts";
import {
  aRoomType,
  book,
  bookingOf,
  dayFrom,
  openHouse,
  orderManager,
  stayFrom,
  take,
} from "../support/house.ts";
import { stored } from "../support/refusals.ts";

/** What hosts do to a booking, by its name. */
const stepsOfHosts = { acceptStay, declineStay, checkIn, completeStay, markNoShow, cancelAsHost };

/** Each answers with a state of its own. */
const ask = callWith<Promise<unknown>>;

describe("travel: what is another's", () => {
  const { pass } = useStillClock();
  useProvider();

  /** Nobody's document is written, whoever tries. */
  async function untouched(attempts: () => Promise<unknown>): Promise<void> {
    const before = await stored();
    await attempts();
    assert.deepEqual(await stored(), before);
  }

  it("is to other hosts, to its travellers and to order managers, who may take it down alone, no property, as one that there never was", async () => {
    const [house, other] = [await openHouse(), await openHouse()];
    const { propertyId, roomTypeId } = house;
    const manager = await orderManager();
    const days = { from: dayFrom(house, 1), until: dayFrom(house, 2) };
    const about = { propertyId, roomTypeId, ...days };
    const steps = [
      (person: Person, at = about) => call(createRoomType, person, aRoomType(at.propertyId)),
      (person: Person, at = about) => call(setRates, person, { ...at, price: 1_00 }),
      (person: Person, at = about) => call(setCapacity, person, { ...at, closed: true }),
      (person: Person, { propertyId: id } = about) =>
        call(listProperty, person, { propertyId: id, listed: true }),
    ];
    const takeDown = (person: Person, id = propertyId) =>
      call(listProperty, person, { propertyId: id, listed: false });
    await untouched(async () => {
      for (const step of steps) {
        for (const stranger of [other.host, customer(), manager]) {
          await refused(step(stranger), ...notThere);
        }
        await refused(step(house.host, { ...about, propertyId: "0".repeat(40) }), ...notThere);
      }
      for (const stranger of [other.host, customer()]) {
        await refused(takeDown(stranger), ...notThere);
      }
      const unverified = { ...manager, token: { ...manager.token, email_verified: false } };
      await refused(takeDown(unverified), "permission-denied", "unverified");
      await refused(takeDown(manager, "0".repeat(40)), ...notThere);
    });
    for (const step of steps) await step(house.host);
    assert.equal((await takeDown(manager)).listed, false);
  });

  it("is to other hosts and to its traveller no booking; who is not verified is told so", async () => {
    const [house, asked, other] = [
      await openHouse(),
      await openHouse({ mode: "on_request" }),
      await openHouse(),
    ];
    const booked = await book(house, stayFrom(house, 0));
    const wanted = await take(asked, stayFrom(asked, 1));
    const unverified = {
      uid: house.host.uid,
      token: { ...house.host.token, email_verified: false },
    };
    await untouched(async () => {
      for (const { bookingId, person } of [booked, wanted]) {
        for (const step of Object.values(stepsOfHosts)) {
          for (const stranger of [other.host, person]) {
            const attempt = ask(step, stranger, { bookingId });
            await refused(attempt, "not-found", "no-such-booking");
          }
        }
      }
      const { bookingId } = booked;
      for (const step of Object.values(stepsOfHosts)) {
        const unknown = ask(step, house.host, { bookingId: "0".repeat(40) });
        await refused(unknown, "not-found", "no-such-booking");
        await refused(ask(step, unverified, { bookingId }), "permission-denied", "unverified");
        await refused(ask(step, undefined, { bookingId }), "unauthenticated", "signed-out");
      }
    });
  });

  it("is for order managers all the same, whose guest is at the door", async () => {
    const [house, asked] = [await openHouse(), await openHouse({ mode: "on_request" })];
    const manager = await orderManager();
    const [there, missing, away] = [
      await book(house, stayFrom(house, 0, 1)),
      await book(house, stayFrom(house, 0, 1)),
      await book(house, stayFrom(house, 9)),
    ];
    const [yes, no] = [
      await take(asked, stayFrom(asked, 3)),
      await take(asked, stayFrom(asked, 3)),
    ];
    const day = [
      [acceptStay, yes, "held"],
      [declineStay, no, "declined"],
      [checkIn, there, "checked_in"],
      [cancelAsHost, away, "cancelled"],
    ] as const;
    for (const [step, { bookingId }, state] of day) {
      await ask(step, manager, { bookingId });
      assert.equal((await bookingOf(bookingId)).state, state);
    }
    // On the morning after; from check-out on, nobody is missed any more.
    const leaves = checkOutOf(await bookingOf(missing.bookingId));
    pass(leaves.getTime() - HOUR - now().getTime());
    await call(completeStay, manager, { bookingId: there.bookingId });
    await call(markNoShow, manager, { bookingId: missing.bookingId });
    const states = [there, missing].map(
      async ({ bookingId }) => (await bookingOf(bookingId)).state,
    );
    assert.deepEqual(await Promise.all(states), ["completed", "no_show"]);
  });
});
