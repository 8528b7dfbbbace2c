import assert from "node:assert/strict";
import { audit } from "../../functions/src/core/audit.ts";
import { SECOND } from "../../functions/src/core/clock.ts";
import { BookingState, bookings } from "../../functions/src/travel/booking/schema.ts";
import { reviewStay } from "../../functions/src/travel/reviewStay.ts";
import { properties, StayReview, stayReviewsOf } from "../../functions/src/travel/schema.ts";
import { withdrawReview } from "../../functions/src/travel/withdrawReview.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { beforeCommit } from "../support/commits.ts";
import { firestore } from "../support/firestore.ts";
import { useStillClock } from "../support/time.ts";
import { bookingOf, type House, openHouse, orderManager } from "./support/house.ts";
import { putOver, takeAs } from "./support/past.ts";
import { refusedWhole } from "./support/refusals.ts";

describe("travel: reviews", () => {
  const { pass } = useStillClock();
  let house: House;
  beforeEach(async () => {
    house = await openHouse({}, { capacity: 20 });
  });

  /** Somebody whose stay is over. */
  async function guest() {
    const person = customer();
    const { bookingId } = await takeAs(house, person, 10);
    await putOver(bookingId);
    return { person, bookingId };
  }
  type Guest = Awaited<ReturnType<typeof guest>>;

  const said = { rating: 4, title: "Quiet", text: "By the river.", author: "Ana" };
  const say = ({ bookingId, person }: Guest, fields: object = {}, by: Person = person) =>
    call(reviewStay, by, { bookingId, ...said, ...fields });
  const withdraw = ({ bookingId, person }: Guest, by: Person = person, reason?: string) => {
    const { propertyId } = house;
    return call(withdrawReview, by, { propertyId, bookingId, ...(reason ? { reason } : {}) });
  };
  const reviewOf = async ({ bookingId }: Guest) =>
    (await stayReviewsOf(house.propertyId).doc(bookingId).get()).data();

  /** The stars of the house, after a look at whether they are those of its reviews. */
  async function rating(): Promise<{ count: number; sum: number } | undefined> {
    const { docs } = await stayReviewsOf(house.propertyId).get();
    const stars = docs.map((review) => review.data().rating);
    const found = (await properties.doc(house.propertyId).get()).data()?.rating;
    assert.deepEqual(found, { count: stars.length, sum: stars.reduce((sum, one) => sum + one, 0) });
    return found;
  }

  it("are written by who has stayed, once a stay; written again they say something else", async () => {
    const one = await guest();
    const { propertyId } = house;
    assert.deepEqual(await say(one), { propertyId, bookingId: one.bookingId });
    const first = await reviewOf(one);
    assert.deepEqual(StayReview.parse(first), first);
    const { createdAt, updatedAt, ...kept } = first ?? assert.fail();
    assert.deepEqual(kept, { ...said, uid: one.person.uid });
    assert.deepEqual((await bookingOf(one.bookingId)).reviewedAt, updatedAt);
    pass(SECOND);
    await say(one, { rating: 1, title: "" });
    const second = await reviewOf(one);
    assert.deepEqual([second?.rating, second?.title, second?.createdAt], [1, "", createdAt]);
    assert.equal((second?.updatedAt.toMillis() ?? 0) - updatedAt.toMillis(), SECOND);
    await say(await guest(), { rating: 5 });
    assert.deepEqual(await rating(), { count: 2, sum: 6 });
  });

  it("are for stays that are completed alone, and for nobody's but one's own", async () => {
    const one = await guest();
    for (const state of BookingState.options.filter((each) => each !== "completed")) {
      await bookings.doc(one.bookingId).update({ state });
      const about = await refused(say(one), "failed-precondition", "not-completed");
      assert.equal(about.state, state);
    }
    await bookings.doc(one.bookingId).update({ state: "completed" });
    for (const by of [house.host, customer(), await orderManager()]) {
      await refusedWhole(() => say(one, {}, by), "not-found", "no-such-booking");
    }
    assert.deepEqual(await rating(), { count: 0, sum: 0 });
    await say(one);
  });

  it("are not heard of who is forgotten at that moment", async () => {
    const one = await guest();
    const forget = () => bookings.doc(one.bookingId).update({ uid: "forgotten" });
    // The first commit counts the call.
    const late = beforeCommit(forget, () => say(one), 2);
    await refused(late, "not-found", "no-such-booking");
    assert.equal(await reviewOf(one), undefined);
    assert.deepEqual(await rating(), { count: 0, sum: 0 });
  });

  it("have one to five whole stars, and a name that is none of an address", async () => {
    const one = await guest();
    for (const worse of [
      ...[0, 6, -1, 4.5, Number.NaN, "5", null].map((stars) => ({ rating: stars })),
      ...["", " ", "ana@example.com", "a\nb", "a".repeat(81)].map((author) => ({ author })),
      { title: "t".repeat(121) },
      { title: "two\nlines" },
      { text: "t".repeat(4001) },
    ]) {
      await refused(say(one, worse), "invalid-argument", "invalid-input");
    }
    assert.equal(await reviewOf(one), undefined);
    await say(one, { author: "a".repeat(80), title: "t".repeat(120), text: "t".repeat(4000) });
  });

  it("are counted exactly, however many write and withdraw at once, each more than once", async () => {
    const guests = await Promise.all(Array.from({ length: 6 }, guest));
    const stars = (one: Guest) => (guests.indexOf(one) % 5) + 1;
    await Promise.all(
      guests.flatMap((one) => [say(one, { rating: stars(one) }), say(one, { rating: stars(one) })]),
    );
    assert.deepEqual(await rating(), { count: 6, sum: 1 + 2 + 3 + 4 + 5 + 1 });
    const tries = guests.flatMap((one, n) => [
      n < 3 ? withdraw(one) : say(one, { rating: 5 }),
      n < 3 ? withdraw(one) : say(one, { rating: 5 }),
    ]);
    const outcomes = await Promise.allSettled(tries);
    assert.equal(outcomes.filter(({ status }) => status === "rejected").length, 3);
    assert.deepEqual(await rating(), { count: 3, sum: 15 });
  });

  it("are counted once where the answer of the database is lost", async () => {
    const one = await guest();
    // The first commit counts the call.
    for (const work of [() => say(one), () => say(one, { rating: 2 })]) {
      const lost = [14, 4].map((code) =>
        firestore.inject({ method: "Commit", kind: "lost-answer", code }),
      );
      await work();
      assert.ok(lost.every((each) => each()));
    }
    assert.deepEqual(await rating(), { count: 1, sum: 2 });
  });

  it("are taken back by who wrote them, without a trace, and may be written anew", async () => {
    const [one, other] = [await guest(), await guest()];
    await say(one);
    await say(other, { rating: 2 });
    const { propertyId } = house;
    assert.deepEqual(await withdraw(one), { propertyId, bookingId: one.bookingId });
    assert.deepEqual(await rating(), { count: 1, sum: 2 });
    assert.equal((await audit.get()).size, 0);
    await refused(withdraw(one), "not-found", "no-such-review");
    await say(one, { rating: 3 });
    assert.deepEqual(await rating(), { count: 2, sum: 5 });
  });

  it("are taken down by order managers, each time recorded with the reason; by no host, other guest or stranger", async () => {
    const [one, manager] = [await guest(), await orderManager()];
    await say(one);
    const unverified = { ...manager, token: { ...manager.token, email_verified: false } };
    for (const by of [house.host, customer(), (await guest()).person, unverified]) {
      await refusedWhole(() => withdraw(one, by), "not-found", "no-such-review");
    }
    await withdraw(one, manager, "Rude");
    assert.deepEqual(await rating(), { count: 0, sum: 0 });
    pass(SECOND);
    await say(one);
    await withdraw(one, manager);
    const entries = (await audit.get()).docs.map((entry) => entry.data());
    const subject = `properties/${house.propertyId}/stayReviews/${one.bookingId}`;
    const entry = { action: "travel.withdrawReview", actor: manager.uid, subject };
    const shown = entries.map(({ at, ...rest }) => ({ ...rest, at: at.toMillis() }));
    shown.sort((a, b) => a.at - b.at);
    assert.deepEqual(
      shown.map(({ at: _, ...rest }) => rest),
      [{ ...entry, reason: "Rude" }, entry],
    );
  });

  it("of a place that is gone can't be written, and what is left of them can be taken back", async () => {
    const [one, other] = [await guest(), await guest()];
    await say(one);
    await properties.doc(house.propertyId).delete();
    await refusedWhole(() => say(one), "failed-precondition", "no-such-property");
    await refusedWhole(() => say(other), "failed-precondition", "no-such-property");
    await withdraw(one);
    assert.equal(await reviewOf(one), undefined);
    assert.equal((await bookingOf(one.bookingId)).state, "completed");
  });
});
