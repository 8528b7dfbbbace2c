import * as z from "zod";

/**
 * What both the server's and the client's Timestamp look like, so that one
 * document type serves both SDKs.
 */
export interface Timestamp {
  readonly seconds: number;
  readonly nanoseconds: number;
  toDate(): Date;
  toMillis(): number;
}

export const timestamp = z.custom<Timestamp>(
  (value) =>
    typeof value === "object" && value !== null && "toMillis" in value && "nanoseconds" in value,
  "must be a Firestore timestamp",
);

/**
 * Text of 1 to `max` UTF-16 units, not blank: the units in which rules count
 * `size()`. (zod's own `.max()` counts code points.)
 */
export const text = (max: number) =>
  z
    .string()
    .refine((value) => value.length <= max, `must have at most ${max} characters`)
    .refine((value) => value.trim() !== "", "must not be blank");

/** Like `text`, and may be empty. */
export const optionalText = (max: number) =>
  z.string().refine((value) => value.length <= max, `must have at most ${max} characters`);

/** Money: whole minor units (cents). */
export const minorUnits = z.int().min(0).max(1_000_000_00);

/**
 * One address, and nothing that a mail server could take for two. Whether it exists is for a
 * verification mail to tell.
 */
export const mailAddress = z
  .string()
  .regex(/^[^\s@,;:<>()"]{1,128}@[^\s@,;:<>()"]{1,190}$/, "must be an e-mail address");

/** A document id or SKU: lower-case letters, digits and hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be 1 to 40 lower-case letters, digits or hyphens");
