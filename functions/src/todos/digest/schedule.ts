import { localTimeOf, momentOf } from "../../core/zones.ts";

/** The next moment after `now` at which the clocks of a zone show an hour. */
export function nextAtHour(hour: number, zone: string, now: Date): Date {
  const time = `${String(hour).padStart(2, "0")}:00`;
  const today = localTimeOf(now, zone).toPlainDate();
  for (let days = 0; ; days++) {
    const moment = momentOf(today.add({ days }), time, zone);
    if (moment.getTime() > now.getTime()) return moment;
  }
}
