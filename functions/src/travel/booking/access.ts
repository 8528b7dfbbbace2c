import type { DocumentSnapshot } from "firebase-admin/firestore";
import { type Caller, isStaff } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import type { Booking } from "./schema.ts";

/** A booking that was read. Refuses `not-found`/`no-such-booking`. */
export const existing = (booking: DocumentSnapshot<Booking>): Booking => booking.data() ?? none();

/** A booking that is the caller's own as a traveller. Another's is refused as if it were not there. */
export function own(booking: DocumentSnapshot<Booking>, { uid }: Caller): Booking {
  const current = existing(booking);
  return current.uid === uid ? current : none();
}

/** A booking at the caller's own property, or for staff who look after money; else as `own`. */
export async function hosted(booking: DocumentSnapshot<Booking>, caller: Caller): Promise<Booking> {
  const current = existing(booking);
  if (current.hostId === caller.uid) return current;
  return (await isStaff(caller, ["order_manager"])) ? current : none();
}

const none = (): never => refuse("not-found", "no-such-booking", "There is no such booking.");
