import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { applyIntent } from "../../../functions/src/core/payments/applyIntent.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { recountNights } from "../../../functions/src/travel/jobs/recountNights.ts";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { call } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm } from "../../support/payments.ts";
import { callOff, sweep, type Taken, useBookings } from "../support/bookingStates.ts";
import { untilHeard } from "../support/books.ts";
import {
  book,
  bookedOn,
  bookingOf,
  type House,
  leftOf,
  open,
  paymentOf,
  stayFrom,
  take,
} from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

/** Something of several steps, and how it is seen to have ended as it should. */
interface Work {
  begin(): Promise<Taken>;
  run(taken: Taken): Promise<unknown>;
  /** Who goes on where the first has died. */
  again(taken: Taken): Promise<unknown>;
  ended(taken: Taken): Promise<void>;
  /** How many decisions it commits. */
  commits: number;
}

describe("travel: who dies half way through a stay's booking", () => {
  const use = useBookings();
  let house: House;
  beforeEach(async () => {
    house = await plantHouse({}, { capacity: 9 });
  });

  const stay = () => stayFrom(house, 10);
  const opened = async () => {
    const taken = await take(house, stay());
    await open(taken.bookingId, taken.person);
    return taken;
  };
  const lapse = async () => {
    const taken = await opened();
    use.passTo((await bookingOf(taken.bookingId)).closeAt?.toDate() ?? now());
    return taken;
  };
  const mustClose = async () => {
    if ((await sweep()).includes("failed")) throw new Error("failed");
  };
  const cancel = ({ bookingId, person }: Taken) => call(cancelBooking, person, { bookingId });
  let quoteId: string;
  const cancelPaid = ({ bookingId, person }: Taken) =>
    call(cancelBooking, person, { bookingId, quoteId });
  const payIt = ({ bookingId, person }: Taken) => call(payStay, person, { bookingId });
  const intentOf = async ({ bookingId }: Taken) => {
    const { intent } = await paymentOf((await bookingOf(bookingId)).payment ?? "");
    return provider().paymentIntents.retrieve(intent ?? "");
  };

  const isClosed = (state: "expired" | "cancelled") => async (taken: Taken) => {
    const { state: is, closeAt, timeline } = await bookingOf(taken.bookingId);
    assert.deepEqual([is, closeAt, timeline.length], [state, undefined, 2]);
    assert.equal((await intentOf(taken)).status, "canceled");
    assert.equal(await leftOf(house, stay().checkIn), 9);
  };

  const WORKS: Record<string, Work> = {
    "expiring, the next sweep ends it": {
      begin: lapse,
      run: mustClose,
      again: sweep,
      ended: isClosed("expired"),
      commits: 3,
    },
    "cancelling, the same call and a sweep end it": {
      begin: opened,
      run: cancel,
      again: (taken) => cancel(taken).then(sweep),
      ended: isClosed("cancelled"),
      commits: 3,
    },
    "cancelling what is paid, the same call ends it": {
      begin: async () => {
        const taken = await book(house, stay());
        const { bookingId, person } = taken;
        ({ quoteId } = await call(quoteCancellation, person, { bookingId }));
        return taken;
      },
      run: cancelPaid,
      again: cancelPaid,
      ended: async ({ bookingId }) => {
        const { state, paid, payment } = await bookingOf(bookingId);
        assert.deepEqual([state, paid], ["cancelled", 0]);
        assert.equal((await paymentOf(payment ?? "")).refunding, 233_20);
        assert.equal(await bookedOn(house, stay().checkIn), 0);
      },
      commits: 1,
    },
    "paying, the same call opens the one payment": {
      begin: async () => {
        const taken = await take(house, stay());
        const { bookingId, person } = taken;
        await call(nameGuests, person, { bookingId, guests: [{ name: "Ana Guest" }] });
        return taken;
      },
      run: payIt,
      again: payIt,
      ended: async (taken) => {
        const subject = `bookings/${taken.bookingId}`;
        assert.equal((await payments.where("subject", "==", subject).get()).size, 1);
        assert.equal((await intentOf(taken)).id, (await payIt(taken)).intent);
        await cancel(taken);
      },
      commits: 3,
    },
    "confirming, the provider's next word ends it": {
      begin: opened,
      run: async (taken) => {
        await confirm((await intentOf(taken)).id);
        await applyIntent(await intentOf(taken));
      },
      again: () => use.provider.simulator.release(),
      ended: async (taken) => {
        await untilHeard(use.provider.simulator);
        const { state, timeline, captured } = await bookingOf(taken.bookingId);
        assert.deepEqual([state, timeline.length, captured], ["confirmed", 2, 233_20]);
        assert.equal(await bookedOn(house, stay().checkIn), 1);
        await callOff(taken);
      },
      commits: 1,
    },
  };

  for (const [name, { begin, run, again, ended, commits }] of Object.entries(WORKS)) {
    it(`${name}: before and after each of its commits`, async () => {
      for (let n = 1; n <= commits; n++) {
        for (const moment of ["before", "after"] as const) {
          const taken = await begin();
          await untilHeard(use.provider.simulator);
          await use.provider.simulator.pause();
          assert.ok(await dyingAt(n, moment, () => run(taken)), `there is no commit ${n}`);
          await again(taken);
          await use.provider.simulator.release();
          await ended(taken);
        }
      }
      assert.deepEqual(await recountNights(), []);
    });
  }

  it("and whose commits are not answered closes all the same", async () => {
    for (const code of [4, 10, 13, 14]) {
      const taken = await lapse();
      await untilHeard(use.provider.simulator);
      await use.provider.simulator.pause();
      const fault = { method: "Commit", kind: "lost-answer", code } as const;
      const met = [1, 2, 3].map(() => firestore.inject(fault));
      await sweep();
      assert.ok(met.every((happened) => happened()));
      await use.provider.simulator.release();
      await isClosed("expired")(taken);
    }
  });
});
