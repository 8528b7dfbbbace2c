import { decide } from "../../core/decide.ts";
import { cancel } from "../booking/cancel.ts";
import { decline } from "../booking/decline.ts";
import { bookings } from "../booking/schema.ts";
import { isAllowed } from "../booking/states.ts";

/**
 * Calls a stay off that has lost its host, as the host would: a request is declined, and of what is held or
 * booked all money goes back. Who is there already stays. Safe to run again.
 */
export const callOff = (bookingId: string): Promise<void> =>
  decide(async (read) => {
    const [booking] = await read(bookings.doc(bookingId));
    const current = booking.data();
    if (current && isAllowed(current.state, "decline")) {
      return { answer: undefined, writes: await decline(read, booking, current, "") };
    }
    if (!current || !isAllowed(current.state, "cancel_by_host")) return { answer: undefined };
    const { writes } = await cancel(read, booking, current, {
      action: "cancel_by_host",
      refund: current.paid,
      by: "system",
      reason: "",
    });
    return { answer: undefined, writes };
  });
