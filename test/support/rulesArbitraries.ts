import fc, { type Arbitrary } from "fast-check";
import { documents, hostile, space, spaces } from "./rulesHostile.ts";

// Values at and around the bounds of a field's type: mostly right ones, some wrong ones.

export const mostly = <T>(right: Arbitrary<T>, wrong: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ weight: 14, arbitrary: right }, { weight: 1, arbitrary: wrong });

const ofLength = (units: number): Arbitrary<string> =>
  fc.constantFrom(
    "x".repeat(units),
    "é".repeat(units),
    "😀".repeat(units / 2) + "x".repeat(units % 2),
    `${" ".repeat(units - 1)}x`,
    `${"\n".repeat(units - 1)}x`,
  );

/** Text of at most `max` UTF-16 units. */
export const texts = (max: number): Arbitrary<string> =>
  mostly(
    fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
      fc
        .tuple(fc.option(spaces, { nil: "" }), fc.constant("x"), spaces)
        .map((parts) => parts.join("")),
      ofLength(max),
    ),
    fc.oneof(spaces, fc.constant(""), ofLength(max + 1), fc.constant("😀".repeat(max / 2 + 1))),
  );

/** Text of one line, of at most `max` UTF-16 units; now and then text of more. */
export const oneLines = (max: number): Arbitrary<string> =>
  mostly(
    fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
      ofLength(max).map((text) => text.replaceAll("\n", "\u2028")),
    ),
    texts(max),
  );

export const slugs: Arbitrary<string> = mostly(
  fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
  fc.oneof(
    fc.constantFrom("", "-a", "A", "a b", "a,b", "a/b", "a_b", "ä", "a\n", "\na", "x".repeat(41)),
    fc.tuple(fc.constant("a"), space).map((parts) => parts.join("")),
  ),
);

export const amounts: Arbitrary<number> = mostly(
  fc.oneof(fc.integer({ min: 0, max: 1_000_000_00 }), fc.constantFrom(0, 1, 1_000_000_00)),
  fc.constantFrom(-1, 1_000_000_01, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 40)),
);

/** Whole numbers from `min` to `max`, or nothing. */
export const limits = (min: number, max: number): Arbitrary<number | null> =>
  mostly<number | null>(
    fc.oneof(fc.integer({ min, max }), fc.constantFrom(null, min, max)),
    fc.constantFrom(min - 1, max + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53),
  );

/** Moments, few enough to come before, after and at each other. */
export const moments: Arbitrary<Date> = fc
  .integer({ min: -1, max: 2 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)));

export const words = (max: number): Arbitrary<unknown[]> =>
  mostly<unknown[]>(
    fc.array(
      fc.oneof(
        fc.string({ unit: fc.constantFrom(..."abcxyz0189äéßчай茶"), minLength: 1, maxLength: 12 }),
        fc.constant("x".repeat(40)),
      ),
      { maxLength: max },
    ),
    fc.oneof(
      fc.array(fc.oneof(texts(40), notLists(hostile())), { minLength: 1, maxLength: 3 }),
      fc.constant(Array(max + 1).fill("x")),
      fc.constant(Array(max).fill("x".repeat(40))),
    ),
  );

export const flags = fc.boolean();

export const among = (...right: string[]): Arbitrary<string> =>
  mostly(
    fc.constantFrom(...right),
    fc.constantFrom(
      "",
      " ",
      ...right.flatMap((word) => [word.toLowerCase(), `${word} `, `x${word}`]),
    ),
  );

/** Lines of a cart with at most `maxLines` of them, each of at most `maxQuantity`. */
export const lines = (maxLines: number, maxQuantity: number): Arbitrary<object> => {
  const quantities = mostly<unknown>(
    fc.integer({ min: 1, max: maxQuantity }),
    fc.oneof(fc.constantFrom<unknown>(0, -1, maxQuantity + 1, 1.5, Number.NaN, "1"), hostile()),
  );
  const few = fc.dictionary(named(slugs), quantities, { maxKeys: 4 });
  const many = fc
    .integer({ min: maxLines - 1, max: maxLines + 1 })
    .map((count) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`sku-${n}`, 1])));
  return fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: many });
};

/** Firestore has no lists in lists. */
const notLists = (values: Arbitrary<unknown>) => values.filter((value) => !Array.isArray(value));

/** Firestore has no fields without a name. */
const named = (names: Arbitrary<string>) => names.filter((name) => name !== "");

/** Right far more often than not: a document of many fields is to be right now and then. */
export const nearly = <T>(right: Arbitrary<T>, wrong: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ weight: 40, arbitrary: right }, { weight: 1, arbitrary: wrong });

export const orNull = <T>(values: Arbitrary<T>): Arbitrary<T | null> =>
  fc.option(values, { freq: 2 });

export const webAddresses: Arbitrary<string> = nearly(
  fc.oneof(
    fc.webUrl({ validSchemes: ["https"] }).filter((url) => /^[ -~]{1,400}$/.test(url)),
    fc.constantFrom(
      "https://a",
      "https://example.com:8443/a/b?c=d#e",
      `https://${"h".repeat(200)}/${"p".repeat(400)}`,
    ),
  ),
  fc.constantFrom(
    "",
    "https://",
    "http://example.com",
    "HTTPS://example.com",
    "https://me@example.com",
    "https://example.com/a b",
    "https://example.com/\n",
    'https://example.com/"',
    "https://example.com/é",
    "https://example.com?a",
    `https://${"h".repeat(201)}`,
    `https://a/${"p".repeat(401)}`,
  ),
);

/** What has one right value, and nearly always that. */
export const settled = (right: unknown, ...wrong: unknown[]): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 60, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...wrong) },
  );

/** Maps of `fields`; now and then one with a field that is hostile, missing or unheard of. */
export const maps = (fields: Record<string, Arbitrary<unknown>>): Arbitrary<object> =>
  nearly<object>(fc.record(fields), documents(fc.record(fields)));
