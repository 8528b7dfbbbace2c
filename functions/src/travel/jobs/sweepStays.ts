import { FieldValue, Timestamp } from "firebase-admin/firestore";
import { decide, update } from "../../core/decide.ts";
import { each } from "../../core/each.ts";
import { isDue } from "../booking/closeBooking.ts";
import { complete } from "../booking/complete.ts";
import { stayReminder } from "../booking/mails.ts";
import { bookings } from "../booking/schema.ts";
import { isAllowed } from "../booking/states.ts";
import { tellTraveller } from "../booking/tell.ts";

type Outcome = "reminded" | "completed" | "gone" | "failed";

/**
 * Writes to those who come in two days, each once for each of their check-ins: what is over, or has been
 * moved, is not reminded of. At most `limit`; safe to run as often, and as often at once, as one likes.
 */
export async function remindTravellers(now: Date, limit: number): Promise<Outcome[]> {
  const due = bookings.where("remindAt", "<=", Timestamp.fromDate(now)).orderBy("remindAt");
  const { docs } = await due.limit(limit).get();
  return each(docs, ({ id }) => remind(id));
}

const remind = (bookingId: string): Promise<Outcome> =>
  decide(async (read) => {
    const [booking] = await read(bookings.doc(bookingId));
    const current = booking.data();
    if (!current || !isDue(current.remindAt)) return { answer: "gone" };
    const done = update(booking, { remindAt: FieldValue.delete() });
    if (current.state !== "confirmed") return { answer: "gone", writes: [done] };
    const occasion = `${bookingId}-${current.checkIn}`;
    const mail = stayReminder(current);
    const told = await tellTraveller(read, bookingId, "stay-reminder", occasion, mail);
    return { answer: "reminded", writes: [done, ...told] };
  });

/** Completes the stays that are over, whether or not somebody was checked in. */
export async function completeStays(now: Date, limit: number): Promise<Outcome[]> {
  const due = bookings.where("completeAt", "<=", Timestamp.fromDate(now)).orderBy("completeAt");
  const { docs } = await due.limit(limit).get();
  return each(docs, ({ id }) => completeOne(id));
}

const completeOne = (bookingId: string): Promise<Outcome> =>
  decide(async (read) => {
    const [booking] = await read(bookings.doc(bookingId));
    const current = booking.data();
    if (!current || !isDue(current.completeAt)) return { answer: "gone" };
    if (!isAllowed(current.state, "complete")) {
      const done = { completeAt: FieldValue.delete() };
      return { answer: "gone", writes: [update(booking, done)] };
    }
    return { answer: "completed", writes: [complete(booking, current)] };
  });
