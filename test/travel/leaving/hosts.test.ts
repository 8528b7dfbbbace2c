import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  BookingState,
  bookings,
  guestLists,
  quotes,
} from "../../../functions/src/travel/booking/schema.ts";
import { mailAbout } from "../../../functions/src/travel/booking/tell.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { forgetProperty } from "../../../functions/src/travel/leaving/forgetProperty.ts";
import { reviewStay } from "../../../functions/src/travel/reviewStay.ts";
import { properties, stayReviewsOf } from "../../../functions/src/travel/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { beforeCommit, hookCommits } from "../../support/commits.ts";
import { documentsHolding, everyDocument } from "../../support/everything.ts";
import { makeRefunds } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { foundFor } from "../support/hosts.ts";
import {
  book,
  bookingOf,
  guestsOf,
  type House,
  openHouse,
  quote,
  stayFrom,
  take,
} from "../support/house.ts";
import {
  dyingAtStep,
  eraseAll,
  type Leaver,
  leave,
  leaver,
  useLeaving,
} from "../support/leaving.ts";
import { putOver, say, takeAs } from "../support/past.ts";

/** What there is of a property, at whatever depth, and of its calendars. */
const partsOf = async ({ propertyId }: House): Promise<string[]> =>
  (await everyDocument())
    .map(({ path }) => path)
    .filter((path) => /^(properties|inventory)\//.test(path) && path.includes(propertyId));

describe("travel: what somebody offers who leaves", () => {
  useLeaving();
  let host: Leaver;
  let house: House;
  beforeEach(async () => {
    host = await leaver();
    house = await openHouse({}, {}, host);
  });

  it("can't be found or booked from then on; who would have come gets all of it back, and a mail", async () => {
    const stay = stayFrom(house, 2);
    const [booked, held] = [await book(house, stay), await take(house, stayFrom(house, 20))];
    const late = customer();
    const { quoteId } = await quote(house, late, stay);
    assert.deepEqual(await foundFor(stay), [house.roomTypeId]);
    const { paid } = await bookingOf(booked.bookingId);

    assert.equal(await leave(host), "erased");
    assert.deepEqual(await foundFor(stay), []);
    await refused(quote(house, late, stay), "not-found", "no-such-stay");
    const hold = call(holdStay, late, { requestId: randomUUID(), quoteId });
    await refused(hold, "failed-precondition", "not-open");
    for (const { bookingId, person } of [booked, held]) {
      const { state, timeline } = await bookingOf(bookingId);
      assert.deepEqual([state, timeline.at(-1)?.event], ["cancelled", "cancelled_by_host"]);
      const mail = await mailAbout("stay-cancelled", bookingId, person.token.email ?? "").get();
      assert.ok(mail.exists);
    }
    assert.equal(await leave(host), "erased");
    await makeRefunds();
    await until(async () => (await bookingOf(booked.bookingId)).state === "refunded");
    assert.equal((await bookingOf(booked.bookingId)).refunded, paid);
    assert.deepEqual(await eraseAll(host), ["erased", "erased"]);
    assert.deepEqual(await documentsHolding(host.uid, host.token.email), []);
  });

  it("stays while somebody is there; requests are declined, and what is to come is called off", async () => {
    const { bookingId } = await take(house, stayFrom(house, 10));
    const { closeAt: _, ...booking } = await bookingOf(bookingId);
    const after = { checked_in: "checked_in", held: "cancelled", requested: "declined" } as const;
    for (const state of BookingState.options) {
      if (state !== "confirmed") await bookings.doc(state).set({ ...booking, state });
    }
    await bookings.doc(bookingId).delete();
    assert.equal(await forgetProperty(house.propertyId), "later");
    assert.ok((await partsOf(house)).length > 25);
    for (const [before, state] of Object.entries(after)) {
      assert.equal((await bookingOf(before)).state, state, before);
    }
    await bookings.doc("checked_in").update({ state: "completed" });
    assert.equal(await forgetProperty(house.propertyId), "done");
    assert.deepEqual(await partsOf(house), []);
    assert.equal((await bookings.get()).size, 9);
  });

  it("goes with all below it; stays keep who was there, quotes their price, and no host; another's stays", async () => {
    const guest = customer();
    const [beside, second] = [await openHouse(), await openHouse({}, {}, host)];
    const { bookingId } = await takeAs(house, guest, 10);
    await putOver(bookingId);
    await say(bookingId, guest, 5);
    await quote(house, guest, stayFrom(house, 20));
    const [before, list] = [await bookingOf(bookingId), await guestsOf(bookingId)];
    await guestLists.doc(bookingId).update({ hostId: host.uid });
    const others = await partsOf(beside);
    assert.ok((await partsOf(house)).length > 25);

    assert.equal(await leave(host), "erased");
    assert.deepEqual([await partsOf(house), await partsOf(second)], [[], []]);
    assert.deepEqual(await partsOf(beside), others);
    const hostId = host.leaving.alias;
    assert.deepEqual(await bookingOf(bookingId), { ...before, hostId });
    assert.deepEqual(await guestsOf(bookingId), { ...list, hostId });
    const quoted = (await quotes.where("uid", "==", guest.uid).get()).docs;
    assert.deepEqual(
      quoted.map((one) => one.data().hostId),
      [hostId, hostId],
    );
    await refused(say(bookingId, guest, 4), "failed-precondition", "no-such-property");
    assert.equal(await leave(host), "erased");
  });

  it("keeps its host's name on stays until the last of their properties is gone", async () => {
    const second = await openHouse({}, {}, host);
    const over = await take(house, stayFrom(house, 10));
    await putOver(over.bookingId);
    const there = await take(second, stayFrom(second, 10));
    await putOver(there.bookingId, "checked_in");
    assert.equal(await leave(host), "later");
    assert.deepEqual(await partsOf(house), []);
    assert.equal((await bookingOf(over.bookingId)).hostId, host.uid);
    await putOver(there.bookingId);
    assert.equal(await leave(host), "erased");
    assert.equal((await bookingOf(over.bookingId)).hostId, host.leaving.alias);
  });

  it("has the same end after each step at which the process dies, and where two see to it", async () => {
    for (const moment of ["before", "after"] as const) {
      const one = moment === "before" ? house : await openHouse({}, {}, host);
      const { bookingId } = await take(one, stayFrom(one, 10));
      await putOver(bookingId);
      const nth = moment === "before" ? 2 : 1;
      let steps = 0;
      while (await dyingAtStep(nth, moment, () => leave(host))) assert.ok(++steps < 50);
      assert.ok(steps >= 4, `${moment} ${steps}`);
      assert.deepEqual(await Promise.all([leave(host), leave(host)]), ["erased", "erased"]);
      assert.deepEqual(
        [await partsOf(one), (await bookingOf(bookingId)).hostId],
        [[], host.leaving.alias],
      );
    }
  });

  it("is not booked by who takes up a quote at the same moment", async () => {
    const late = customer();
    const { quoteId } = await quote(house, late, stayFrom(house, 10));
    const hold = () => call(holdStay, late, { requestId: randomUUID(), quoteId });
    const meanwhile = async () => void assert.equal(await leave(host), "erased");
    await refused(beforeCommit(meanwhile, hold), "failed-precondition", "not-open");
    assert.equal((await bookings.get()).size, 0);
  });

  it("leaves no review that is written at the same moment", async () => {
    const guest = customer();
    const { bookingId } = await takeAs(house, guest, 10);
    await putOver(bookingId);
    let wrote = 0;
    const { failure } = await hookCommits(
      async (_, commit) => {
        // Before the calendars go, what is said of it has gone.
        const isThere = (await properties.doc(house.propertyId).get()).data();
        if (isThere?.listed === false && wrote++ === 0) await say(bookingId, guest, 3);
        return commit();
      },
      () => leave(host),
    );
    assert.equal(failure, undefined);
    assert.ok(wrote > 0);
    assert.equal((await stayReviewsOf(house.propertyId).get()).size, 0);
    const again = call(reviewStay, guest, {
      ...{ bookingId, rating: 3, title: "", text: "", author: "Ana" },
    });
    await refused(again, "failed-precondition", "no-such-property");
  });
});
