import { line, noTexts } from "../../support/rulesFields.ts";
import { type Field, notSlugs, ofEveryType, without } from "../../support/rulesShape.ts";

// What fields of content take and what they don't, beside those of test/support.

/** Each number of them a slug. */
const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => `${n}-`.padEnd(40, "x"));

const { "41 letters": _, ...notAddresses } = notSlugs;

/** Where an article is found, or nothing. */
export const addressOrNone: Field = {
  right: { none: "", "one letter": "x", "80 letters": "x".repeat(80), hyphens: "a-b--c-" },
  wrong: {
    ...without(ofEveryType, "a word"),
    ...without(notAddresses, "empty text"),
    "81 letters": "x".repeat(81),
    "a path": "tea/green",
  },
};

export const tags: Field = {
  right: { none: [], "10 of 40 letters": numbered(10), "one letter": ["x"] },
  wrong: {
    ...without(ofEveryType, "a list"),
    ...noTexts,
    "no word": "",
    "an empty map": {},
    "11 of them": numbered(11),
    "one twice": ["bread", "bread"],
    "two in one": ["bread tea"],
    ...Object.fromEntries(
      Object.entries(notSlugs).flatMap(([what, wrong]) => [
        [`${what} in it`, [wrong]],
        [`${what} among others`, ["bread", wrong, "tea"]],
      ]),
    ),
  },
};

/** The name that something is said or published under. */
export const byline: Field = {
  right: line(80).right,
  wrong: { ...line(80).wrong, "an e-mail address": "ada@example.com", "an @ alone": "@" },
};
