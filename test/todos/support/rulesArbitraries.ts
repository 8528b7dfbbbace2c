import fc, { type Arbitrary } from "fast-check";
import {
  maps,
  mostly,
  nearly,
  oneLines,
  orNull,
  texts,
  words,
} from "../../support/rulesArbitraries.ts";
import { SERVER_TIME } from "../../support/rulesWire.ts";

// Values of the fields of todos, and values that are nearly that.

const padded = (number: number, length = 2) => String(number).padStart(length, "0");
const days: Arbitrary<string> = nearly(
  fc
    .integer({ min: 0, max: 36_524 })
    .map((day) => new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10)),
  fc.oneof(
    fc
      .tuple(
        fc.integer({ min: 1998, max: 2101 }),
        fc.integer({ min: 0, max: 13 }),
        fc.constantFrom(0, 1, 28, 29, 30, 31, 32),
      )
      .map(([year, month, day]) => `${padded(year, 4)}-${padded(month)}-${padded(day)}`),
    fc.constantFrom("2026-2-3", "2026-02-03\n", " 2026-02-03", "20260203", "2026-02-03T00:00"),
  ),
);

const times: Arbitrary<string | null> = nearly<string | null>(
  fc
    .option(fc.integer({ min: 0, max: 1439 }))
    .map((all) => (all === null ? null : `${padded(Math.floor(all / 60))}:${padded(all % 60)}`)),
  fc.constantFrom("24:00", "9:30", "09:60", "09:30:00", "09:30\n", "0930", "-1:00"),
);

const zones: Arbitrary<string> = nearly(
  fc.constantFrom("Europe/Berlin", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "Nowhere"),
  fc.oneof(
    fc.constantFrom(
      "",
      "/",
      "a/",
      "/a",
      "a//b",
      "a/b/c/d",
      "UTC\n",
      "x".repeat(30),
      "x".repeat(31),
    ),
    texts(30),
  ),
);

export const dues = orNull(maps({ date: days, time: times, zone: zones }));

const wholes = (min: number, max: number): Arbitrary<unknown> =>
  nearly<unknown>(
    fc.integer({ min, max }),
    fc.constantFrom<unknown>(min - 1, max + 1, min + 0.5, Number.NaN, 1e300, String(min), null),
  );

export const priorities = wholes(0, 3);

export const repeats = orNull(
  maps({
    every: wholes(1, 365),
    unit: nearly(fc.constantFrom("day", "week", "month", "year"), fc.constantFrom("", "Day")),
    weekdays: nearly<unknown[]>(
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
      fc.array(fc.constantFrom<unknown>(0, 1, 2, 7, 8, 1.5, "1", null, true, {}), { maxLength: 8 }),
    ),
    day: orNull(wholes(1, 31)),
    from: nearly(fc.constantFrom("due", "done"), fc.constantFrom("", "DUE")),
    until: orNull(days),
  }),
);

const itemsOf = (most: number): Arbitrary<unknown[]> =>
  nearly<unknown[]>(
    fc.oneof<Arbitrary<unknown[]>[]>(
      fc.uniqueArray(
        oneLines(200).filter((item) => /^[^\p{Cc}\p{Z}\ufeff]\P{Cc}*$/u.test(item)),
        { maxLength: 4 },
      ),
      fc.constantFrom<unknown[]>([], ["x".repeat(200)], ["😀".repeat(200)], ["x\u2028y", "x "]),
      fc.constant(Array.from({ length: most }, (_, n) => `item ${n}`)),
    ),
    fc.oneof(
      fc.constant(Array.from({ length: most + 1 }, (_, n) => `item ${n}`)),
      fc.array(fc.oneof(texts(200), fc.constantFrom<unknown>("", "x", "y\n", 7, null, true, {})), {
        maxLength: 3,
      }),
    ),
  );
export const items = itemsOf(50);

export const labels = mostly(
  fc.oneof(words(10), fc.constant(["x", "x"])),
  fc.array(fc.constantFrom<unknown>("", "a b", "a\n", "\u2028", "a\u0085", 7, null), {
    maxLength: 2,
  }),
);

export const positions: Arbitrary<string> = nearly(
  fc.stringMatching(/^[0-9A-Za-z]{0,39}[1-9A-Za-z]$/),
  fc.constantFrom("", "0", "a0", "a-b", "a b", "é", "a\n", "x".repeat(41), "x".repeat(40)),
);

export const momentsOrNot: Arbitrary<unknown> = nearly<unknown>(
  fc.constantFrom(null, SERVER_TIME),
  fc.constantFrom(new Date(0), "now", 0),
);

export const reminders = (uid: string): Arbitrary<object | null> =>
  orNull(
    maps({
      at: nearly(fc.constant(new Date("2090-12-31T09:30:00Z")), fc.constant(new Date(0))),
      uid: nearly(fc.constant(uid), fc.constantFrom("", "somebody-else")),
      state: nearly(fc.constant("waiting"), fc.constantFrom("sent", "dropped", "", "Waiting")),
    }),
  );

/** Who may do what, by whom of `uids`; mostly with one owner, `uids[0]`. */
export const rolesOf = (uids: readonly string[]): Arbitrary<Record<string, unknown>> => {
  const [ownerId = "", ...others] = uids;
  const roles = fc.constantFrom("writer", "reader");
  return nearly<Record<string, unknown>>(
    fc.dictionary(fc.constantFrom(...others), roles).map((all) => ({ ...all, [ownerId]: "owner" })),
    fc.dictionary(
      fc.constantFrom(...uids),
      fc.constantFrom<unknown>("owner", "writer", "reader", "owner,writer", "", true, null, [
        "owner",
      ]),
    ),
  );
};
