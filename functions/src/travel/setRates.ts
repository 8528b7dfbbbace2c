import { callable } from "../core/callable.ts";
import { refuse } from "../core/refuse.ts";
import { inWords } from "./calendar/dates.ts";
import { SetRates } from "./listing/inputs.ts";
import { setDays } from "./listing/setDays.ts";

/**
 * Sets a season: the price of each night from a day until, and without, another, how long stays that begin
 * on it may be, or both; on all days, or on some of the week. What is quoted or booked keeps its price.
 * Answers `{ days }`.
 *
 * Refuses what `setDays` refuses; `failed-precondition`/`min-over-max` with the `date` where a shortest
 * stay would be longer than the longest; `resource-exhausted`/`too-many-requests` after 500 a day.
 */
export const setRates = callable(
  { access: "verified", input: SetRates, limit: { calls: 500, seconds: 86_400 } },
  ({ price, minStay, maxStay, ...span }, caller) =>
    setDays(span, caller, (day, { date }) => {
      const set = {
        ...day,
        price: price ?? day.price,
        minStay: minStay ?? day.minStay,
        maxStay: maxStay ?? day.maxStay,
      };
      if (set.minStay > set.maxStay) {
        const sentence = `${inWords(date)} would take stays of at least ${set.minStay} and at most ${set.maxStay} nights.`;
        refuse("failed-precondition", "min-over-max", sentence, { date });
      }
      return set;
    }),
);
