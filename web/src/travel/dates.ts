// Days of stays are those of the property's own calendar, "2026-12-31": without a time and without a zone.

const DAY = 86_400_000;

const startOf = (date: string): Date => new Date(`${date}T00:00:00Z`);

export const addDays = (date: string, days: number): string =>
  new Date(startOf(date).getTime() + days * DAY).toISOString().slice(0, 10);

/** From one day until another; negative where that is before it. */
export const daysBetween = (from: string, until: string): number =>
  Math.round((startOf(until).getTime() - startOf(from).getTime()) / DAY);

/** The nights from a day until, and without, another. */
export const nightsOf = (checkIn: string, checkOut: string): string[] =>
  Array.from({ length: Math.max(0, daysBetween(checkIn, checkOut)) }, (_, index) =>
    addDays(checkIn, index),
  );

export const monthOf = (date: string): string => date.slice(0, 7);

/** 0 is the first of the month. */
export const indexIn = (date: string): number => Number(date.slice(8)) - 1;

export const addMonths = (month: string, months: number): string => {
  const first = startOf(`${month}-01`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 7);
};

export const daysOf = (month: string): string[] =>
  nightsOf(`${month}-01`, `${addMonths(month, 1)}-01`);

/** 0 is Monday. */
export const weekdayOf = (date: string): number => (startOf(date).getUTCDay() + 6) % 7;

/** The day that it is there; here, without a zone. */
export const todayIn = (timeZone?: string): string =>
  new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", ...(timeZone && { timeZone }) }).format();

export const isDate = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(startOf(text).getTime());

const monthFormat = new Intl.DateTimeFormat(navigator.language, {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "2026-12" is "December 2026". */
export const monthName = (month: string): string => monthFormat.format(startOf(`${month}-01`));
