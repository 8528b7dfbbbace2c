import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update, type Write } from "../../core/decide.ts";
import { stayDeclined } from "./mails.ts";
import type { Booking } from "./schema.ts";
import { next } from "./states.ts";
import { tellTraveller } from "./tell.ts";
import { happened } from "./timeline.ts";

/** Says no to a request, and writes to who has asked. */
export async function decline(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  reason: string,
): Promise<Write[]> {
  const declined = {
    state: next(current.state, "decline"),
    timeline: happened(current, "declined"),
    closeAt: FieldValue.delete(),
  };
  const mail = stayDeclined(current, reason);
  return [
    update(booking, declined),
    ...(await tellTraveller(read, booking.id, "stay-declined", booking.id, mail)),
  ];
}
