import { alike, type Decisions } from "../../dev/prove/decisions/decisions.ts";

/** What decides here without asking a database: `npm run prove -- decisions` makes mutants of it. */
export const decisions: Decisions = {
  "todos/due.ts": {},
  "todos/positions.ts": {
    equivalents: alike(
      "Those of one place have been answered by then.",
      "one.position === other.position ? 0 : one.position < other.position ? -1 : 1;",
      "one.position === other.position ? 0 : one.position <= other.position ? -1 : 1;",
    ),
  },
  "todos/repeat/nextDue.ts": {
    equivalents: [
      ...alike(
        "Of two that are the same day it is that day.",
        "Temporal.PlainDate.compare(one, other) < 0 ? other : one;",
        "Temporal.PlainDate.compare(one, other) <= 0 ? other : one;",
        "Temporal.PlainDate.compare(one, other) < 1 ? other : one;",
      ),
      // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is source text
      ...alike(
        "Only where the search begins: it finds the same day, later.",
        "const since = start.until(after, { largestUnit: unit })[`${unit}s` as const];",
        "const since = start.until(after, {})[`${unit}s` as const];",
      ),
      // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is source text
      ...alike(
        "Only where the search begins: it finds the same day, later.",
        'const weeks = firstMonday.until(mondayOf(after), { largestUnit: "week" }).weeks;',
        "const weeks = firstMonday.until(mondayOf(after), {}).weeks;",
      ),
      ...alike(
        "Of the periods that have begun by then, but for the last, no day is later.",
        "for (let n = Math.max(1, Math.floor(since / every)); ; n++) {",
        "for (let n = Math.max(1, Math.ceil(since / every)); ; n++) {",
      ),
      ...alike(
        "Between two weeks that count, no day of the first is later.",
        "for (let n = Math.floor(weeks / every) * every; ; n += every) {",
        "for (let n = Math.ceil(weeks / every) * every; ; n += every) {",
      ),
    ],
  },
  "todos/repeat/nextTask.ts": {},
  "todos/digest/schedule.ts": {},
};
