import assert from "node:assert/strict";
import { MINUTE, now } from "../../../functions/src/core/clock.ts";
import { payments, refunds } from "../../../functions/src/core/payments/schema.ts";
import { bookingChanges } from "../../../functions/src/travel/booking/schema.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { call } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { untilHeard, useCheckedHouses } from "../support/books.ts";
import { asked, bookedFrom, moving, onlyStay, payDue, paying } from "../support/changes.ts";
import { bookingOf, changeOf, dayFrom, paymentOf, stayFrom } from "../support/house.ts";

interface Work {
  run(): Promise<unknown>;
  /** Who goes on where the first has died; the same again, where it is not another. */
  again?: () => Promise<unknown>;
  /** Fails where it has not ended as it should, and once. */
  ended(): Promise<void>;
}

describe("travel: who dies half way through other dates", () => {
  const { pass, provider } = useCheckedHouses();

  const cheaper = async (): Promise<Work> => {
    const stay = await onlyStay();
    const to = await asked(stay, stayFrom(stay.house, 11, 1));
    return {
      run: () => call(changeDates, stay.person, to),
      async ended() {
        const { paid, timeline } = await bookingOf(stay.bookingId);
        assert.deepEqual([paid, timeline.length], [127_20, 3]);
        assert.deepEqual(await bookedFrom(stay.house, 10, 12), [0, 1, 0]);
        assert.equal((await paymentOf(stay.paymentId)).refunding, 106_00);
        const back = await refunds.where("payment", "==", stay.paymentId).get();
        assert.equal(back.size, 1);
      },
    };
  };

  const dearer = async (): Promise<Work> => {
    const stay = await onlyStay();
    const to = await asked(stay, stayFrom(stay.house, 11, 3));
    const run = () => call(changeDates, stay.person, to);
    return {
      run,
      async ended() {
        const { changeId } = await run();
        assert.equal((await bookingOf(stay.bookingId)).change, changeId);
        await payDue({ due: await call(payChange, stay.person, { changeId }) });
        assert.deepEqual(await bookedFrom(stay.house, 10, 14), [0, 1, 1, 1, 0]);
      },
    };
  };

  const opening = async (): Promise<Work> => {
    const { changeId, person, bookingId, house } = await moving();
    const run = () => call(payChange, person, { changeId });
    return {
      run,
      async ended() {
        await payDue({ due: await run() });
        const opened = await payments.where("subject", "==", `bookingChanges/${changeId}`).get();
        assert.equal(opened.size, 1);
        const { paid, checkIn } = await bookingOf(bookingId);
        assert.deepEqual([paid, checkIn], [339_20, dayFrom(house, 11)]);
      },
    };
  };

  const closing = async (): Promise<Work> => {
    const { changeId, bookingId, due, house } = await paying();
    pass(10 * MINUTE);
    return {
      async run() {
        // A sweep goes on where one fails; whoever dies does not.
        if ((await sweepChanges(now(), 10)).includes("failed")) throw new Error("failed");
      },
      again: () => sweepChanges(now(), 10),
      async ended() {
        assert.equal((await changeOf(changeId)).state, "expired");
        assert.equal((await paymentOf(due.paymentId)).state, "canceled");
        assert.equal((await bookingOf(bookingId)).change, null);
        assert.deepEqual(await bookedFrom(house, 10, 13), [1, 1, 0, 0]);
        assert.deepEqual(await sweepChanges(now(), 10), []);
      },
    };
  };

  for (const [what, begin, deaths] of [
    ["who moves a stay", cheaper, [1]],
    ["who has other dates held", dearer, [1]],
    // Once opened, each call is counted in a commit before that of the provider's answer.
    ["who opens their payment", opening, [1, 2]],
    // That it has expired, that its payment has ended, and that it is done: the second of who comes again.
    ["who closes what was not paid", closing, [1, 2, 2]],
  ] as const) {
    it(`${what}, before each commit and after it: done again, it has been done once`, async () => {
      const { run, again = run, ended } = await begin();
      await untilHeard(provider.simulator);
      await provider.simulator.pause();
      for (const n of deaths) {
        for (const moment of ["before", "after"] as const) {
          assert.ok(await dyingAt(n, moment, run), `there is no commit ${n}`);
        }
      }
      await again();
      await provider.simulator.release();
      await ended();
    });
  }

  it("and whose commits are not answered, whatever the code, holds and moves a stay once", async () => {
    const stay = await onlyStay();
    await untilHeard(provider.simulator);
    for (const [index, code] of [4, 10, 13, 14].entries()) {
      for (const nights of [3, 2]) {
        const to = await asked(stay, stayFrom(stay.house, 11 + index, nights));
        const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        const { changeId, state } = await call(changeDates, stay.person, to);
        assert.ok(happened());
        assert.equal(state, nights === 3 ? "held" : "applied");
        const { change, timeline } = await bookingOf(stay.bookingId);
        assert.equal(change, nights === 3 ? changeId : null);
        assert.equal(timeline.length, nights === 3 ? 2 + index : 3 + index);
        // Five are held in an hour.
        pass(15 * MINUTE);
      }
    }
    assert.equal((await bookingChanges.get()).size, 8);
  });

  it("and the provider's word that is not answered, or comes twice, moves the stay once", async () => {
    const stay = await paying();
    await untilHeard(provider.simulator);
    await provider.simulator.deliver({ copies: 2 });
    const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    await payDue(stay);
    assert.ok(happened());
    const { paidBy, timeline } = await bookingOf(stay.bookingId);
    assert.deepEqual([paidBy.length, timeline.length], [2, 3]);
  });
});
