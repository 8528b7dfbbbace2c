import { Timestamp } from "firebase-admin/firestore";
import { each } from "../../core/each.ts";
import { closeBooking, closeChange } from "../booking/closeBooking.ts";
import { bookingChanges, bookings } from "../booking/schema.ts";

/** Each asks the payment provider. */
const WIDTH = 20;

type Outcome = "closed" | "failed";

/**
 * Closes the bookings whose time is over by `now`, at most `limit`, oldest first. Safe to run as often, and
 * as often at once, as one likes. Costs one read when there is nothing to do.
 */
export async function sweepBookings(now: Date, limit: number): Promise<Outcome[]> {
  const due = bookings.where("closeAt", "<=", Timestamp.fromDate(now)).orderBy("closeAt");
  const { docs } = await due.limit(limit).get();
  return each(docs, ({ id }) => closed(closeBooking(id)), WIDTH);
}

/** The same for other dates that were not paid for. */
export async function sweepChanges(now: Date, limit: number): Promise<Outcome[]> {
  const due = bookingChanges.where("closeAt", "<=", Timestamp.fromDate(now)).orderBy("closeAt");
  const { docs } = await due.limit(limit).get();
  return each(docs, ({ id }) => closed(closeChange(id)), WIDTH);
}

const closed = (closing: Promise<void>) => closing.then((): "closed" => "closed");
