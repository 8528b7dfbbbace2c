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
import { bookingOf, type House, open, stayFrom, take } from "../support/house.ts";
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

  it("ends the payment first, then the booking", async () => {
    const { intent, bookingId } = await held();
    await untilHeard(use.provider.simulator);
    await use.provider.simulator.pause();
    await lapsed({ bookingId });
    const seen: string[] = [];
    await hookCommits(async (_, commit) => {
      seen.push(`${await statusOf(intent)}, ${await stateOf(bookingId)}`);
      return commit();
    }, sweep);
    assert.deepEqual(seen, ["canceled, held", "canceled, held"]);
    assert.equal(await stateOf(bookingId), "expired");
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
    assert.deepEqual([state, closeAt, timeline.length], ["confirmed", undefined, 2]);
  });

  it("goes on where the provider fails with one, whose nights are free all the same", async () => {
    const [bad, good] = [await held(), await held()];
    await lapsed(bad);
    await use.provider.simulator.fault({ path: bad.intent, times: 2, action: "500" });
    logs.length = 0;
    assert.deepEqual((await sweep()).toSorted(), ["closed", "failed"]);
    assert.equal(logs.filter(({ path }) => path === `bookings/${bad.bookingId}`).length, 1);
    assert.deepEqual(
      [await stateOf(bad.bookingId), await stateOf(good.bookingId)],
      ["held", "expired"],
    );
    await take(house, { ...stayFrom(house, 10), rooms: 9 });
    assert.deepEqual(await sweep(), ["closed"]);
    assert.deepEqual(
      [await stateOf(bad.bookingId), await statusOf(bad.intent)],
      ["expired", "canceled"],
    );
  });

  it("ends the payment of what was cancelled while the provider did not answer", async () => {
    const { bookingId, person, intent } = await held();
    await use.provider.simulator.fault({ path: intent, times: 2, action: "500" });
    const { state } = await call(cancelBooking, person, { bookingId });
    assert.deepEqual([state, await statusOf(intent)], ["cancelled", "requires_payment_method"]);
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
