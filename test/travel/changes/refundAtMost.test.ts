import assert from "node:assert/strict";
import { DAY } from "../../../functions/src/core/clock.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call } from "../../support/call.ts";
import { useCheckedHouses } from "../support/books.ts";
import { change, moving, onlyStay, payDue, paying } from "../support/changes.ts";
import { bookingOf, stayFrom } from "../support/house.ts";

describe("travel: a stay that is moved to later dates", () => {
  const { pass } = useCheckedHouses();

  const percentOf = async ({ bookingId, person }: Awaited<ReturnType<typeof onlyStay>>) =>
    (await call(quoteCancellation, person, { bookingId })).percent;

  it("gives back no more than it did before, when it is cancelled then", async () => {
    for (const [days, percent] of [
      [10, 100],
      [3, 50],
      [0, 0],
    ] as const) {
      const stay = await onlyStay({ policy: "moderate" }, days);
      assert.equal(await percentOf(stay), percent);
      await change(stay, stayFrom(stay.house, 60));
      assert.equal(await percentOf(stay), percent);
      // As little of what is cheaper then.
      const shorter = { bookingId: stay.bookingId, ...stayFrom(stay.house, 61, 1) };
      const { refund } = await call(quoteChange, stay.person, shorter);
      assert.equal(refund, percent * 1_06);
      // And never more again, wherever it goes.
      await change(stay, stayFrom(stay.house, 90));
      assert.equal(await percentOf(stay), percent);
    }
  });

  it("gives back what it did when the dates were asked for, though they were paid a moment later", async () => {
    const stay = await onlyStay({ policy: "moderate" }, 5);
    const at = (await bookingOf(stay.bookingId)).remindAt?.toMillis() ?? 0;
    assert.ok(at > 0);
    const { changeId } = await change(stay, stayFrom(stay.house, 60, 3));
    const due = await call(payChange, stay.person, { changeId });
    await payDue({ due });
    assert.equal((await bookingOf(stay.bookingId)).refundAtMost, await percentOf(stay));
  });

  it("loses nothing by one that was never paid, and all of it goes back if its host cancels", async () => {
    const stay = await moving({ policy: "strict" }, 5);
    assert.equal((await bookingOf(stay.bookingId)).refundAtMost, 100);
    const moved = await paying({ policy: "strict" }, 5);
    await payDue(moved);
    assert.equal((await bookingOf(moved.bookingId)).refundAtMost, 0);
    pass(DAY);
    const { host } = moved.house;
    const { refund } = await call(cancelAsHost, host, { bookingId: moved.bookingId, reason: "" });
    assert.equal(refund, 339_20);
  });
});
