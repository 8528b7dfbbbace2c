/** Zones far from each other, some with clocks that change, by an hour or by half of one. */
export const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
];

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show at a moment: "2026-02-28 09:30". Knows nothing of our code. */
export function clockIn(zone: string, moment: Date): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
  clocks.set(zone, clock);
  return clock.format(moment);
}

/** Runs something on a server whose own clock is that of another zone. */
export async function onServerIn<Answer>(
  zone: string,
  work: () => Answer,
): Promise<Awaited<Answer>> {
  const own = process.env.TZ;
  process.env.TZ = zone;
  try {
    return await work();
  } finally {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  }
}
