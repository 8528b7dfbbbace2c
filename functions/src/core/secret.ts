import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

// What opens something to whoever has it. It goes out once, in a mail or an answer; a hash is kept, so
// who reads the database can't use it.

/** 256 bits, as 43 letters, digits, - and _. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** SHA-256. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** Whether it is the secret of which `hash` is kept. Takes the same time, wherever they differ. */
export function isSecret(secret: string, hash: string): boolean {
  const [asked, known] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return asked.length === known.length && timingSafeEqual(asked, known);
}
