import fc, { type Arbitrary } from "fast-check";
import { GeoPoint, Timestamp } from "firebase/firestore/lite";
import { factor } from "./proof.ts";
import { type Fields, isMap } from "./rulesRead.ts";
import { Double, Reference, SERVER_TIME } from "./rulesWire.ts";

// What is in documents that are wrong: values that are nearly right, and such as nobody should think of.

/** Whatever some language holds for white space, or for nothing at all. */
export const space = fc.constantFrom(
  ..." \t\n\v\f\r\u0000\u0001\u001f\u007f\u0085\u00a0\u00ad\u1680\u2003\u200b\u2028\u202f\u3000\ufeff",
);
export const spaces = fc.string({ unit: space, minLength: 1, maxLength: 3 });

/** What belongs nowhere: of every type that Firestore has, and as large as it takes it. */
export function hostile(): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 24, arbitrary: fc.constantFrom(...ofOtherTypes) },
    { weight: 8, arbitrary: fc.constantFrom<unknown>("", "x", "true", "EUR", "DE", [], {}, ["x"]) },
    { weight: 8, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
    { weight: 8, arbitrary: spaces },
    { weight: factor > 1 ? 1 : 0, arbitrary: fc.constantFrom<unknown>(...huge) },
  );
}

const ofOtherTypes: readonly unknown[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 1e300, 2 ** 53, 2n ** 62n, -(2n ** 63n)],
  ...[new Double(0), new Double(1), new Double(5), -0, Number.NaN, -Number.POSITIVE_INFINITY],
  ...[new Date(0), Timestamp.fromMillis(-1), new Uint8Array(), new Uint8Array([1, 255])],
  ...[new GeoPoint(0, 0), new GeoPoint(-90, 180)],
  new Reference("projects/demo-elsewhere/databases/(default)/documents/users/ada"),
  ...[{ x: 1 }, { length: 1 }, { "a.b": 1, "`": 1, "a b": 1 }, nested(18)],
];

/** A map in a map in a map … */
function nested(levels: number): object {
  return levels === 0 ? {} : { x: nested(levels - 1) };
}

/**
 * Nearly all that a document may have in it: a MiB, in one value or in very many. Only where many documents are
 * tried: one of these takes as long as a hundred others.
 */
const huge: readonly unknown[] = [
  "x".repeat(1_000_000),
  "é".repeat(500_000),
  Array.from({ length: 1_000 }, () => "x".repeat(900)),
  Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`x${n}`, "x".repeat(900)])),
];

/** What is not `value`, but nearly. */
function almost(value: unknown): Arbitrary<unknown> {
  if (typeof value === "number") {
    const whole = [value - 1, value + 1, value + 0.5, -value, String(value), [value]];
    return fc.constantFrom<unknown>(...whole, new Double(value));
  }
  if (typeof value === "string") {
    const cases = [
      value.toUpperCase(),
      value.toLowerCase(),
      [...value].slice(1).join(""),
      value.repeat(2),
    ];
    const longer = [`${value} `, ` ${value}`, `${value}\n`, `${value}\u0000`, `${value}é`];
    return fc.constantFrom<unknown>(...cases, ...longer, [value], { x: value });
  }
  if (typeof value === "boolean") return fc.constantFrom<unknown>(!value, String(value), [value]);
  if (value === null || value === SERVER_TIME) return fc.constantFrom(null, new Date(4e12), "null");
  if (value instanceof Date) return fc.constant(new Date(value.getTime() + 1));
  if (value instanceof Timestamp) return almost(value.toDate());
  if (Array.isArray(value)) {
    const others = [[...value, "x"], [...value, ...value], value.slice(1), value.toReversed()];
    return fc.constantFrom<unknown>(...others, Object.fromEntries(value.entries()));
  }
  if (isMap(value)) return fc.oneof(spoilt(value), fc.constant([value]));
  return fc.constant(null);
}

/** Names that no schema knows; Firestore takes all of them. */
const unheardOf: readonly string[] = [
  ...["canary", "role", "id", "Name", "price", "constructor", "toString", "a.b", "`", "a b", " "],
  ...["0", "é", "😀", "_", "$", "*", "\n", "x".repeat(1_400)],
];

/** `document` with a field that is nearly right, of hostile `values`, missing or unheard of. */
function spoilt(document: Fields, values = hostile()): Arbitrary<Fields> {
  const names = Object.keys(document);
  if (names.length === 0) return fc.constant({ canary: true });
  const field = fc.constantFrom(...names);
  return fc
    .oneof(
      field.chain((name) => fc.tuple(fc.constant(name), almost(document[name]))),
      fc.tuple(field, values),
      fc.tuple(field, fc.constant(undefined)),
      fc.tuple(fc.constantFrom(...unheardOf), values),
    )
    .map(([name, value]) => {
      const { [name]: _, ...rest } = document;
      return value === undefined ? rest : { ...rest, [name]: value };
    });
}

/** Documents, of which every other is spoilt. */
export const documents = (right: Arbitrary<Fields>, values?: Arbitrary<unknown>) =>
  right.chain((document) => fc.oneof(fc.constant(document), spoilt(document, values)));
