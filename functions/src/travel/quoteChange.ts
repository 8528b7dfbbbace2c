import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { own } from "./booking/access.ts";
import { priceChange } from "./booking/change.ts";
import { QuoteChange } from "./booking/inputs.ts";
import { bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";
import { nightsOf } from "./calendar/dates.ts";
import { readSheet } from "./calendar/sheet.ts";

/**
 * What other dates for a confirmed stay of the caller's would cost. Nothing is held or promised: `changeDates`
 * takes what this answers, and is refused if it is not so any more. A night that the stay has keeps its price;
 * of what gets cheaper so much goes back as if it were cancelled. Answers `{ nights, totals, toPay, refund,
 * currency }`, amounts in minor units; `toPay` or `refund` is 0.
 *
 * Refuses `not-found`/`no-such-booking` (another's too), `failed-precondition` with `wrong-state` or what
 * `priceChange` refuses, and `resource-exhausted`/`too-many-requests` over 120 an hour.
 */
export const quoteChange = callable(
  { access: "verified", input: QuoteChange, limit: { calls: 120, seconds: 3600 } },
  ({ bookingId, ...stay }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = own(booking, caller);
      next(current.state, "change");
      const { months } = await readSheet(read, current, nightsOf(stay));
      const id = current.change ?? undefined;
      const { nights, totals, toPay, refund } = priceChange(current, stay, months, id);
      const { currency } = current;
      return { answer: { nights, totals, toPay, refund, currency } };
    }),
);
