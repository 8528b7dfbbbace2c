import assert from "node:assert/strict";
import { stamp } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { BookingState, bookings } from "../../../functions/src/travel/booking/schema.ts";
import {
  type BookingAction,
  bookingTransitions,
  isAllowed,
} from "../../../functions/src/travel/booking/states.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { recountNights } from "../../../functions/src/travel/jobs/recountNights.ts";
import { refused } from "../../support/call.ts";
import { makeRefunds } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import {
  bringTo,
  modeFor,
  noonOf,
  payAgain,
  sweep,
  useBookings,
} from "../support/bookingStates.ts";
import { untilHeard } from "../support/books.ts";
import { deeds } from "../support/deeds.ts";
import { bookingOf, paymentOf } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { stored } from "../support/refusals.ts";
import { transitions } from "../support/transitions.ts";

type Deed = keyof typeof deeds;

/** What each is to the table. */
const actionOf = (deed: Deed): BookingAction => (deed === "cancel_now" ? "cancel" : deed);

/** Who has done it may do it again, and hears the same. */
const DONE: Partial<Record<BookingState, Deed>> = {
  declined: "decline",
  checked_in: "check_in",
  completed: "complete",
  no_show: "mark_no_show",
  cancelled: "cancel_now",
  refunded: "cancel_now",
};

/** When it can be done: at noon, so many days after check-in. */
const DAYS: Partial<Record<Deed, number>> = { check_in: 0, mark_no_show: 1, complete: 2 };

describe("travel: the states of a booking", () => {
  const use = useBookings();
  const open = (state: BookingState) => plantHouse({ mode: modeFor(state) }, { capacity: 9 });

  /** A booking but for what it says to staff. */
  const untouched = async (bookingId: string) => {
    const { review: _, ...rest } = await bookingOf(bookingId);
    return rest;
  };

  for (const state of BookingState.options) {
    const forbidden = (Object.keys(deeds) as Deed[]).filter(
      (deed) => !isAllowed(state, actionOf(deed)),
    );
    const possible = Object.keys(bookingTransitions[state]);
    const rest = possible.length > 0 ? `nothing but ${possible.join(", ")}` : "nothing";
    it(`${state}: ${rest} is possible; all else is refused, and writes nothing`, async () => {
      const house = await open(state);
      const taken = await bringTo(state, house, use);
      const { bookingId } = taken;
      await untilHeard(use.provider.simulator);
      assert.equal((await bookingOf(bookingId)).state, state);
      const before = await stored();
      for (const deed of forbidden) {
        if (DONE[state] === deed) {
          const answer = await deeds[deed](taken, house);
          assert.ok("state" in answer && answer.state === state, deed);
          continue;
        }
        const about = await refused(
          deeds[deed](taken, house),
          "failed-precondition",
          "wrong-state",
        );
        assert.deepEqual(about, { state, possible, reason: "wrong-state" }, deed);
      }
      assert.deepEqual(await stored(), before);

      // The clock.
      const stood = await untouched(bookingId);
      if (!isAllowed(state, "expire")) {
        await bookings.doc(bookingId).update({ closeAt: stamp(-1) });
        assert.deepEqual(await sweep(), ["closed"]);
        assert.deepEqual(await untouched(bookingId), stood);
      }
      // The provider. One that was cancelled after it was paid has been paid already.
      if (state !== "cancelled" && isAllowed(state, "settle")) return;
      const paymentId = await payAgain(bookingId);
      assert.deepEqual(await untouched(bookingId), stood);
      assert.equal((await bookingOf(bookingId)).review, `paid twice: ${paymentId}`);
      const { captured, refunding } = await paymentOf(paymentId);
      assert.deepEqual([captured, refunding], [233_20, 233_20]);
      assert.deepEqual(await recountNights(), []);
    });
  }

  for (const state of BookingState.options) {
    const allowed = transitions.filter(({ from, action }) => from === state && action in deeds);
    if (allowed.length === 0) continue;
    const leads = allowed.map(({ action, to }) => `${action} leads to ${to.join(" or ")}`);
    it(`${state}: ${leads.join(", ")}`, async () => {
      const house = await open(state);
      for (const { action, to } of allowed) {
        const taken = await bringTo(state, house, use);
        const days = DAYS[action as Deed];
        const { checkIn } = await bookingOf(taken.bookingId);
        if (days !== undefined) use.passTo(noonOf(house, addDays(checkIn, days)));
        if (action === "pay") await deeds.name_guests(taken);
        await deeds[action as Deed](taken, house);
        assert.deepEqual([(await bookingOf(taken.bookingId)).state], to, action);
      }
      assert.deepEqual(await recountNights(), []);
    });
  }

  const KEPT: BookingState[] = ["confirmed", "checked_in", "completed", "no_show"];
  it(`${KEPT.join(", ")}: what staff give back in the dashboard is counted, and ends nothing`, async () => {
    const house = await open("confirmed");
    for (const state of KEPT) {
      const taken = await bringTo(state, house, use);
      const { bookingId } = taken;
      const { intent } = await paymentOf((await bookingOf(bookingId)).payment ?? "");
      const giveBack = (amount: number) =>
        provider().refunds.create({ payment_intent: intent ?? "", amount });
      let refunded = 0;
      for (const amount of [1_00, 232_20]) {
        await giveBack(amount);
        refunded += amount;
        await until(async () => (await bookingOf(bookingId)).refunded === refunded);
        const { state: is, paid } = await bookingOf(bookingId);
        assert.deepEqual([is, paid], [state, 233_20 - refunded]);
      }
      if (state === "confirmed") assert.equal((await deeds.cancel(taken)).refund, 0);
    }
    await makeRefunds();
    assert.equal((await use.provider.simulator.ledger()).refunded, 4 * 233_20);
  });
});
