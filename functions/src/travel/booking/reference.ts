import { createHash } from "node:crypto";
import { create, type Read, type Write } from "../../core/decide.ts";
import { references } from "./schema.ts";

/** As Crockford's base 32: no I, L, O or U, so that it can be read out at a desk. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** One in a thousand million is somebody else's; then it is another. */
const MOST = 8;

/** Six characters for people that no other booking has, to be kept in the commit that gives them. */
export async function newReference(
  read: Read,
  bookingId: string,
): Promise<{ code: string; write: Write }> {
  for (let attempt = 0; attempt < MOST; attempt++) {
    const code = codeOf(bookingId, attempt);
    const [taken] = await read(references.doc(code));
    if (!taken.exists) return { code, write: create(taken.ref, { bookingId }) };
  }
  throw new Error(`no reference is left for booking ${bookingId}`);
}

export function codeOf(bookingId: string, attempt: number): string {
  const bytes = createHash("sha256").update(`reference:${bookingId}:${attempt}`).digest();
  return Array.from(bytes.subarray(0, 6), (byte) => ALPHABET[byte % 32]).join("");
}
