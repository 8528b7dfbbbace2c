import type { Timestamp } from "firebase/firestore";

const language = navigator.language;

const moneyFormat = new Map<string, Intl.NumberFormat>();

/** Minor units as people read them: `money(1290, "EUR")` is "€12.90". */
export function money(amount: number, currency = "EUR"): string {
  let format = moneyFormat.get(currency);
  if (!format) {
    format = new Intl.NumberFormat(language, { style: "currency", currency });
    moneyFormat.set(currency, format);
  }
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

const dayFormat = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
const timeFormat = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const plainDay = new Intl.DateTimeFormat(language, {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

export const day = (at: Timestamp | Date): string => dayFormat.format(dateOf(at));
export const time = (at: Timestamp | Date): string => timeFormat.format(dateOf(at));

/** A day that has no zone, "2026-12-31". */
export const plainDate = (date: string): string => plainDay.format(new Date(`${date}T00:00:00Z`));

const dateOf = (at: Timestamp | Date): Date => (at instanceof Date ? at : at.toDate());

/** `count(1, "task")` is "1 task", `count(3, "task")` "3 tasks". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString(language)} ${number === 1 ? one : many}`;
