import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { stamp } from "../../core/clock.ts";
import { type Read, update, type Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { giveBack } from "./giveBack.ts";
import { letGo, over } from "./letGo.ts";
import { stayCancelled } from "./mails.ts";
import { type Booking, guestLists } from "./schema.ts";
import { next } from "./states.ts";
import { happened } from "./timeline.ts";

interface Cancelled {
  action: "cancel" | "cancel_by_host";
  /** Minor units to be given back. */
  refund: number;
  /** A uid. */
  by: string;
  /** The host's, for who wanted to come. */
  reason: string;
}

/**
 * Ends a booking in one commit: its nights are free, its money is promised back, and who has booked is
 * written to. A payment that `isOpen` is ended after it (`closeBooking`); money that comes all the same goes
 * back.
 */
export async function cancel(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  { action, refund, by, reason }: Cancelled,
): Promise<{ after: Booking; refund: number; isOpen: boolean; writes: Write[] }> {
  const isOpen = current.payment !== null && current.captured === 0;
  const told = "The stay was cancelled.";
  const request = { amount: refund, reason: told, by };
  const { promised, writes } = await giveBack(read, booking.id, current, "cancelled", request);
  const event = action === "cancel" ? "cancelled" : "cancelled_by_host";
  const cancelled = {
    state: next(current.state, action),
    paid: current.paid - promised,
    timeline: happened(current, event, promised),
  };
  const after: Booking = { ...current, ...cancelled };
  const [list] = await read(guestLists.doc(booking.id));
  const { email, hostId = null } = list.data() ?? {};
  return {
    after,
    refund: promised,
    isOpen,
    writes: [
      update(booking, { ...cancelled, ...over(), closeAt: isOpen ? stamp() : FieldValue.delete() }),
      ...(await letGo(read, booking, current)),
      ...writes,
      ...(email === undefined
        ? []
        : [
            // Who would have come is not the host's business any more.
            ...(hostId === null ? [] : [update(list, { hostId: null })]),
            queueMail(
              "stay-cancelled",
              booking.id,
              email,
              await stayCancelled(booking.id, after, { refund: promised, reason }),
            ),
          ]),
    ],
  };
}
