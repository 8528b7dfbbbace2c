import assert from "node:assert/strict";
import { MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { bookings } from "../../../functions/src/travel/booking/schema.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { sweepBookings } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { call } from "../../support/call.ts";
import { hookCommits } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { confirm } from "../../support/payments.ts";
import { sweep, useBookings } from "../support/bookingStates.ts";
import { untilHeard } from "../support/books.ts";
import { bookingOf, type House, leftOf, open, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

describe("travel: the job that closes what was not paid", () => {
  const use = useBookings();
  let house: House;
  beforeEach(async () => {
    house = await plantHouse({}, { capacity: 9 });
  });

  const held = async () => {
    const taken = await take(house, stayFrom(house, 10));
    return { ...taken, ...(await open(taken.bookingId, taken.person)) };
  };
  const stateOf = async (bookingId: string) => (await bookingOf(bookingId)).state;
  const statusOf = async (intent: string) =>
    (await provider().paymentIntents.retrieve(intent)).status;
  const lapsed = async ({ bookingId }: { bookingId: string }) =>
    use.passTo((await bookingOf(bookingId)).closeAt?.toDate() ?? now());

  it("ends the booking first, then its payment", async () => {
    const { intent, bookingId } = await held();
    await untilHeard(use.provider.simulator);
    await use.provider.simulator.pause();
    await lapsed({ bookingId });
    const seen: string[] = [];
    await hookCommits(async (_, commit) => {
      seen.push(`${await statusOf(intent)}, ${await stateOf(bookingId)}`);
      return commit();
    }, sweep);
    const open = "requires_payment_method, held";
    assert.deepEqual(seen, [open, "canceled, expired", "canceled, expired"]);
    assert.equal((await bookingOf(bookingId)).closeAt, undefined);
  });

  it("finds that the money was there before it came: then it is a stay that is paid", async () => {
    const { intent, bookingId } = await held();
    await use.provider.simulator.pause();
    await confirm(intent);
    await lapsed({ bookingId });
    assert.deepEqual(await sweep(), ["closed"]);
    assert.equal(await stateOf(bookingId), "confirmed");
    await use.provider.simulator.release();
    await untilHeard(use.provider.simulator);
    const { state, closeAt, timeline } = await bookingOf(bookingId);
    const events = timeline.map(({ event }) => event);
    assert.deepEqual([state, closeAt], ["confirmed", undefined]);
    assert.deepEqual(events, ["held", "expired", "confirmed"]);
  });

  it("goes on where the provider fails with one, which is over all the same, and comes back in ten minutes", async () => {
    const [bad, good] = [await held(), await held()];
    await lapsed(bad);
    await use.provider.simulator.fault({ path: bad.intent, times: 2, action: "500" });
    logs.length = 0;
    assert.deepEqual((await sweep()).toSorted(), ["closed", "failed"]);
    assert.equal(logs.filter(({ path }) => path === `bookings/${bad.bookingId}`).length, 1);
    assert.deepEqual(
      [await stateOf(bad.bookingId), await stateOf(good.bookingId)],
      ["expired", "expired"],
    );
    assert.equal(await leftOf(house, stayFrom(house, 10).checkIn), 9);
    use.passTo(new Date(now().getTime() + 10 * MINUTE - 1));
    assert.deepEqual([await sweep(), await statusOf(bad.intent)], [[], "requires_payment_method"]);
    use.passTo(new Date(now().getTime() + 1));
    assert.deepEqual([await sweep(), await statusOf(bad.intent)], [["closed"], "canceled"]);
    const { timeline, closeAt } = await bookingOf(bad.bookingId);
    assert.deepEqual([timeline.length, closeAt], [2, undefined]);
  });

  it("leaves no stay waiting behind one with which the provider fails", async () => {
    const [bad, good] = [await held(), await held()];
    await lapsed(bad);
    await bookings.doc(bad.bookingId).update({ closeAt: stamp(-MINUTE) });
    await use.provider.simulator.fault({ path: bad.intent, times: 2, action: "500" });
    assert.deepEqual(await sweepBookings(now(), 1), ["failed"]);
    assert.deepEqual(await sweepBookings(now(), 1), ["closed"]);
    assert.equal(await statusOf(good.intent), "canceled");
  });

  it("ends the payment of what was cancelled while the provider did not answer", async () => {
    const { bookingId, person, intent } = await held();
    await use.provider.simulator.fault({ path: intent, times: 2, action: "500" });
    const { state } = await call(cancelBooking, person, { bookingId });
    assert.deepEqual([state, await statusOf(intent)], ["cancelled", "requires_payment_method"]);
    assert.deepEqual(await sweep(), []);
    use.passTo(new Date(now().getTime() + 10 * MINUTE));
    assert.deepEqual(await sweep(), ["closed"]);
    assert.equal(await statusOf(intent), "canceled");
    const { state: after, closeAt, timeline } = await bookingOf(bookingId);
    assert.deepEqual([after, closeAt, timeline.length], ["cancelled", undefined, 2]);
    assert.deepEqual(await sweep(), []);
  });

  it("takes the oldest first, no more than it is told, and reads one document where none is", async () => {
    const taken = [await take(house, stayFrom(house, 10)), await take(house, stayFrom(house, 20))];
    const old = await take(house, stayFrom(house, 30));
    const cost = await firestore.costOf(() => sweepBookings(now(), 50));
    assert.deepEqual(cost, { reads: 1, writes: 0, deletes: 0 });
    await bookings.doc(old.bookingId).update({ closeAt: stamp(-MINUTE) });
    await lapsed(taken[0] ?? old);
    await sweepBookings(now(), 1);
    const states = await Promise.all([old, ...taken].map(({ bookingId }) => stateOf(bookingId)));
    assert.deepEqual(states, ["expired", "held", "held"]);
  });

  it("several at once close each once", async () => {
    const taken = [await held(), await take(house, stayFrom(house, 20))];
    await lapsed(taken[1] ?? { bookingId: "" });
    await Promise.all([sweep(), sweep(), sweep()]);
    for (const { bookingId } of taken) {
      const { state, timeline } = await bookingOf(bookingId);
      assert.deepEqual([state, timeline.length], ["expired", 2]);
    }
  });
});
