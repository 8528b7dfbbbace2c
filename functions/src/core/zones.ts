import { Temporal } from "temporal-polyfill";

// Days and times by the clocks of a zone, and the moments that they are.

/** Zones that `Intl` was asked for, which takes it long. */
const known = new Set<string>();

/** Whether a zone has that name, "Europe/Berlin"; an offset, "+01:00", is none. */
export function isZone(name: string): boolean {
  if (!/[A-Za-z]/.test(name)) return false;
  // Only those that are zones are remembered: there are some hundreds, and of others no end.
  if (!known.has(name) && isOfIntl(name)) known.add(name);
  return known.has(name);
}

function isOfIntl(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The zone of a name; UTC where there is none of that name: rules can't look one up. */
export const zoneOf = (name: string): string => (isZone(name) ? name : "UTC");

/** A moment, by the clocks of a zone. */
export const localTimeOf = (moment: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zoneOf(zone));

/** The day that it is in a zone: "2026-02-28". */
export const dayIn = (zone: string, moment: Date): string =>
  localTimeOf(moment, zone).toPlainDate().toString();

/**
 * The moment of a time of day by the clocks of a zone. What they skip is an hour later, of what they
 * show twice it is the first: "compatible", as in RFC 5545, section 3.3.5.
 */
export const momentOf = (day: Temporal.PlainDate, time: string, zone: string): Date =>
  new Date(
    day.toZonedDateTime({ timeZone: zoneOf(zone), plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds,
  );
