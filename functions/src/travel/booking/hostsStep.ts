import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../../core/caller.ts";
import { decide, type Read, type Write } from "../../core/decide.ts";
import { hosted } from "./access.ts";
import { type Booking, type BookingState, bookings } from "./schema.ts";
import { type BookingAction, next } from "./states.ts";

/** What a step reads and writes. `after` is the state that it leads to. */
type Step = (step: {
  read: Read;
  booking: DocumentSnapshot<Booking>;
  current: Booking;
  after: BookingState;
}) => Write[] | Promise<Write[]>;

/**
 * A step that a booking takes by its host, or by an order manager, to a state that nothing else leads to.
 * Answers `{ bookingId, state }`, and the same if it is taken again. Refuses `not-found`/`no-such-booking`
 * (another's too), `failed-precondition`/`wrong-state`, and what `step` refuses.
 */
export const hostsStep = <const To extends BookingState>(
  bookingId: string,
  caller: Caller,
  [action, to]: readonly [BookingAction, To],
  step: Step,
): Promise<{ bookingId: string; state: To }> =>
  decide(async (read) => {
    const [booking] = await read(bookings.doc(bookingId));
    const current = await hosted(booking, caller);
    const answer = { bookingId, state: to };
    if (current.state === to) return { answer };
    const after = next(current.state, action, to);
    return { answer, writes: await step({ read, booking, current, after }) };
  });
