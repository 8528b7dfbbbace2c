import { executeRefund } from "../../../functions/src/core/payments/executeRefund.ts";
import { reconcile } from "../../../functions/src/core/payments/reconcile.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { sweepBookings, sweepChanges } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { completeStays, remindTravellers } from "../../../functions/src/travel/jobs/sweepStays.ts";
import type { Action } from "./action.ts";
import type { BookingPicture, ChangePicture } from "./picture.ts";

// What is done by itself.

const isDue = (time: number | null, now: number): boolean => time !== null && time <= now;

/** One that is due comes to its end; money that was there already is late money. */
function close(one: BookingPicture | ChangePicture, expire: () => void): void {
  one.closeAt = null;
  if (one.state === "held" || one.state === "requested") expire();
}

export const lapsing = (): Action => ({
  text: "closes what has lapsed",
  swept: true,
  refusals: () => [],
  outcome(picture, now) {
    for (const booking of Object.values(picture.bookings)) {
      if (!isDue(booking.closeAt, now)) continue;
      close(booking, () => {
        booking.state = "expired";
        booking.timeline.push("expired");
      });
    }
    for (const [id, change] of Object.entries(picture.changes)) {
      if (!isDue(change.closeAt, now)) continue;
      close(change, () => {
        change.state = "expired";
      });
      const booking = picture.bookings[change.bookingId]!;
      if (booking.change === id) booking.change = null;
    }
  },
  async act({ time }) {
    const at = new Date(time);
    const outcomes = await Promise.all([sweepBookings(at, 200), sweepChanges(at, 200)]);
    if (outcomes.flat().includes("failed")) throw new Error("something could not be closed");
  },
});

export const minding = (): Action => ({
  text: "reminds who comes, and completes what is over",
  swept: true,
  refusals: () => [],
  outcome({ bookings }, now) {
    for (const booking of Object.values(bookings)) {
      if (!isDue(booking.completeAt, now)) continue;
      Object.assign(booking, { state: "completed", completeAt: null, change: null });
      booking.timeline.push("completed");
    }
  },
  async act({ time }) {
    const at = new Date(time);
    const outcomes = await Promise.all([remindTravellers(at, 200), completeStays(at, 200)]);
    if (outcomes.flat().includes("failed")) throw new Error("a stay could not be minded");
  },
});

export const reconciling = (): Action => ({
  text: "asks the provider about what is due",
  swept: true,
  refusals: () => [],
  outcome: () => {},
  act: ({ time }) => reconcile(new Date(time), 100),
});

/** What the trigger does for each refund that has been promised. */
export const makingRefunds = (): Action => ({
  text: "makes the refunds that are promised",
  swept: true,
  refusals: () => [],
  outcome: () => {},
  async act() {
    const promised = await refunds.where("state", "==", "pending").get();
    await Promise.all(promised.docs.map(executeRefund));
  },
});
