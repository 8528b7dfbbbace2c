import { callable } from "../core/callable.ts";
import { refuse } from "../core/refuse.ts";
import { inWords } from "./calendar/dates.ts";
import { SetCapacity } from "./listing/inputs.ts";
import { setDays } from "./listing/setDays.ts";

/**
 * Sets how many rooms there are of each night, whether it is closed, or both. Closing sells nothing more:
 * what is booked or held stays, and its own capacity with it. Answers `{ days }`.
 *
 * Refuses what `setDays` refuses; `failed-precondition`/`below-booked`, naming the `date` and what is
 * `booked` and `held`, where fewer rooms would be left than have been promised; `resource-exhausted`/
 * `too-many-requests` after 500 a day.
 */
export const setCapacity = callable(
  { access: "verified", input: SetCapacity, limit: { calls: 500, seconds: 86_400 } },
  ({ capacity, closed, ...span }, caller) =>
    setDays(span, caller, (day, { date, booked, held }) => {
      if (capacity !== undefined && capacity < booked + held) {
        const sentence = `${inWords(date)} has ${booked} rooms booked and ${held} held.`;
        refuse("failed-precondition", "below-booked", sentence, { date, booked, held });
      }
      return { ...day, capacity: capacity ?? day.capacity, closed: closed ?? day.closed };
    }),
);
