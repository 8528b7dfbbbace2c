import { createHash } from "node:crypto";
import * as z from "zod";
import { refuse } from "./refuse.ts";

/** Crockford's base 32: no I, L, O or U, so that a number can be read out on the phone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * An idempotency key: the client picks one per intent (a `crypto.randomUUID()`
 * will do) and sends the same one each time it tries again.
 */
export const RequestId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{16,64}$/, "must be 16 to 64 letters, digits, - or _");

/** A document id that is the same for the same parts, and can't be made from other parts. */
export const idOf = (...parts: string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 40);

/** Stands for an input: equal inputs have equal fingerprints, in whatever order their keys came. */
export const fingerprintOf = (input: unknown): string => idOf(JSON.stringify(sorted(input)));

/**
 * Refuses a request id that was used for something else.
 * Refuses `already-exists`/`request-id-reused`.
 */
export function refuseOtherInput(stored: string, fingerprint: string): void {
  if (stored === fingerprint) return;
  refuse(
    "already-exists",
    "request-id-reused",
    "This requestId was already used with other input. Pick a new one for a new request.",
    { field: "requestId" },
  );
}

/**
 * Twelve characters for people, `7F3Q-9X2M-K4TD`, derived from a document id:
 * no counter document that every order would have to wait for. 60 bits.
 */
export function numberOf(id: string): string {
  const bytes = createHash("sha256").update(`number:${id}`).digest();
  const letters = Array.from(bytes.subarray(0, 12), (byte) => ALPHABET[byte % 32]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(Reflect.get(value, key))]),
  );
}
