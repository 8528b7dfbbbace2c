import { inspect } from "node:util";
import { Timestamp } from "firebase/firestore/lite";
import { Double, SERVER_TIME } from "./rulesWire.ts";

// Documents as they go over the wire (rulesWire.ts), and as others see them.

export type Fields = Record<string, unknown>;

export const isMap = (value: unknown): value is Fields =>
  typeof value === "object" &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value));

/**
 * As a schema should see the document once it is written. A whole number that is stored as a double reads as
 * any other: it stays what it is here, and so no schema takes it.
 */
export const asRead = (document: Fields): Fields =>
  Object.fromEntries(Object.entries(document).map(([field, value]) => [field, read(value)]));

function read(value: unknown): unknown {
  if (value === SERVER_TIME) return Timestamp.now();
  if (value instanceof Date) return Timestamp.fromDate(value);
  if (Object.is(value, -0)) return new Double(0);
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(read);
  return isMap(value) ? asRead(value) : value;
}

/** With whole numbers as such, however they are stored. */
export function plain(value: unknown): unknown {
  if (value instanceof Double) return value.value;
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(plain);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, plain(one)]));
}

/** With the characters that one doesn't see. */
export const shown = (document: object) =>
  inspect(document, {
    depth: 9,
    breakLength: Number.POSITIVE_INFINITY,
    maxStringLength: 200,
  }).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
