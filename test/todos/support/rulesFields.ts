import { serverTimestamp, Timestamp } from "firebase/firestore/lite";
import { noText, nullable } from "../../support/rulesFields.ts";
import type { Field } from "../../support/rulesShape.ts";

// What fields of todos take and what they don't, beside those of test/support.

/** A moment that is either not yet or now, by the clock of the server. */
export const notYetOrNow: Field = nullable(
  "a moment",
  { "the server's time": serverTimestamp() },
  { "a client's time": Timestamp.now(), "a moment of the past": Timestamp.fromMillis(0) },
);

export const date: Field = {
  right: {
    "the first day": "2000-01-01",
    "the last day": "2099-12-31",
    "a leap day": "2028-02-29",
    "the leap day of a century": "2000-02-29",
    "the 30th of a short month": "2026-04-30",
  },
  wrong: {
    ...noText,
    "no day": "",
    "a leap day in another year": "2026-02-29",
    "the 30th of February": "2028-02-30",
    "the 31st of a short month": "2026-04-31",
    "a day of the last century": "1999-12-31",
    "a day of the next century": "2100-01-01",
    "a short month and day": "2026-2-3",
    "the 13th month": "2026-13-01",
    "the zeroth day": "2026-01-00",
    "a day and a time": "2026-02-03T00:00",
    "a day and a new line": "2026-02-03\n",
    "other digits": "٢٠٢٦-02-03",
  },
};

export const time: Field = {
  right: { "no time": null, midnight: "00:00", "the last minute": "23:59" },
  wrong: {
    ...noText,
    noon: "noon",
    "the 24th hour": "24:00",
    "a short hour": "9:30",
    "the 60th minute": "09:60",
    seconds: "09:30:00",
    "a time and a new line": "09:30\n",
  },
};

export const zone: Field = {
  right: { Berlin: "Europe/Berlin", UTC: "UTC", "a long one": "America/Argentina/Buenos_Aires" },
  wrong: {
    ...noText,
    "no zone": "",
    "a blank": "Europe/ Berlin",
    "four parts": "a/b/c/d",
    "an empty part": "Europe//Berlin",
    "a part of 31 letters": "x".repeat(31),
    "a new line at the end": "UTC\n",
  },
};
