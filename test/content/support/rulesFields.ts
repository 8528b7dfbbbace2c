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

/** An address on the web. */
export const webAddress: Field = {
  right: {
    "a host": "https://example.com",
    "a path": "https://images.example.com:8443/a/b.png?w=1&h=2#top",
    "a long one": `https://${"h".repeat(200)}/${"p".repeat(400)}`,
  },
  wrong: {
    nothing: null,
    "a number": 7,
    "a list of it": ["https://example.com"],
    "no address": "",
    "an address that is not encrypted": "http://example.com/a.png",
    "a script": "javascript:alert(1)",
    "an image in words": "data:image/png;base64,AA==",
    "another's name in front": "https://me@example.com/",
    "a quotation mark": 'https://example.com/"onload=',
    "a single quotation mark": "https://example.com/'",
    "an angle bracket": "https://example.com/<b>",
    "a backslash": "https://example.com\\a",
    "a blank": "https://example.com/a b",
    "a new line at the end": "https://example.com\n",
    "another scheme first": "x https://example.com",
    "a host of 201 letters": `https://${"h".repeat(201)}`,
    "a path of 401 letters": `https://example.com/${"p".repeat(401)}`,
  },
};

/** The name that something is said or published under. */
export const byline: Field = {
  right: line(80).right,
  wrong: { ...line(80).wrong, "an e-mail address": "ada@example.com", "an @ alone": "@" },
};

/** What takes this value and no other. */
export const only = (what: string, value: unknown, wrong: Record<string, unknown> = {}): Field => ({
  right: { [what]: value },
  wrong: {
    ...Object.fromEntries(Object.entries(ofEveryType).filter(([, other]) => other !== value)),
    ...wrong,
  },
});
