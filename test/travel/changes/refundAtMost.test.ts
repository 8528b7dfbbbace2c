import assert from "node:assert/strict";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { checkInOf } from "../../../functions/src/travel/booking/moments.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call } from "../../support/call.ts";
import { useCheckedHouses } from "../support/books.ts";
import { change, onlyStay, payDue, paying } from "../support/changes.ts";
import { bookingOf, stayFrom } from "../support/house.ts";

describe("travel: a stay that is moved to later dates", () => {
  const { pass } = useCheckedHouses();

  const percentOf = async ({ bookingId, person }: Awaited<ReturnType<typeof onlyStay>>) =>
    (await call(quoteCancellation, person, { bookingId })).percent;

  for (const [days, percent] of [
    [3, 50],
    [0, 0],
  ] as const) {
    it(`that gave back ${percent} % when it was, gives back no more than that ever after`, async () => {
      const stay = await onlyStay({}, days);
      assert.equal(await percentOf(stay), percent);
      await change(stay, stayFrom(stay.house, 50));
      assert.equal(await percentOf(stay), percent);
      // As little of what is cheaper then.
      const shorter = { bookingId: stay.bookingId, ...stayFrom(stay.house, 51, 1) };
      const { refund } = await call(quoteChange, stay.person, shorter);
      assert.equal(refund, percent * 1_06);
      await change(stay, stayFrom(stay.house, 58));
      assert.equal(await percentOf(stay), percent);
    });
  }

  it("gives back what it did when they were asked for, though they were paid after that tier", async () => {
    const stay = await onlyStay();
    const tier = checkInOf(await bookingOf(stay.bookingId)).getTime() - 5 * DAY;
    pass(tier - MINUTE - now().getTime());
    const { changeId } = await change(stay, stayFrom(stay.house, 50, 3));
    pass(2 * MINUTE);
    assert.equal(await percentOf(stay), 50);
    await payDue({ due: await call(payChange, stay.person, { changeId }) });
    assert.equal(await percentOf(stay), 100);
  });

  it("loses nothing before it is paid; and if its host cancels, all of it goes back", async () => {
    const stay = await paying({ policy: "strict" }, 5);
    const { bookingId, house } = stay;
    assert.equal((await bookingOf(bookingId)).refundAtMost, 100);
    await payDue(stay);
    assert.equal((await bookingOf(bookingId)).refundAtMost, 0);
    const { refund } = await call(cancelAsHost, house.host, { bookingId, reason: "" });
    assert.equal(refund, 339_20);
  });
});
