import { callable } from "../core/callable.ts";
import { decline } from "./booking/decline.ts";
import { hostsStep } from "./booking/hostsStep.ts";
import { HostsWord } from "./booking/inputs.ts";

/**
 * Says no to a request; who asked is written to, with the `reason`. Answers `{ bookingId, state }`; calling
 * again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition`/`wrong-state`.
 */
export const declineStay = callable(
  { access: "verified", input: HostsWord },
  ({ bookingId, reason }, caller) =>
    hostsStep(bookingId, caller, ["decline", "declined"], ({ read, booking, current }) =>
      decline(read, booking, current, reason),
    ),
);
