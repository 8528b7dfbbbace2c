import { addDays, momentAt } from "../../../functions/src/travel/calendar/dates.ts";
import { places } from "./places.ts";
import { tiersOf } from "./stays.ts";
import { todayAt, type World } from "./world.ts";

/** The moments to come at which something is over, the next first. */
export function nextMoments({ picture, quotes, time }: World): number[] {
  const { bookings, changes, cancelQuotes } = picture;
  const midnights = Object.values(places).map(({ name, timeZone }) =>
    momentAt(addDays(todayAt(name, time), 1), "00:00", timeZone).getTime(),
  );
  const all = [
    ...Object.values(bookings).flatMap(({ closeAt, heldUntil }) => [closeAt, heldUntil]),
    ...Object.values(bookings).map(({ completeAt }) => completeAt),
    ...Object.values(bookings).flatMap(tiersOf),
    ...Object.values(changes).map(({ closeAt }) => closeAt),
    ...Object.values(cancelQuotes).map(({ expiresAt }) => expiresAt),
    ...quotes.map(({ expiresAt }) => expiresAt),
    ...midnights,
  ];
  const toCome = all.filter((moment) => moment !== null && moment > time) as number[];
  return [...new Set(toCome)].sort((one, other) => one - other);
}
