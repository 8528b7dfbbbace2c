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
 * Text of up to `max` UTF-16 units, the units in which rules count `size()`. (zod's own `.max()`
 * counts code points.) Half a surrogate pair is no text: Firestore can't store it.
 */
export const optionalText = (max: number) =>
  z
    .string()
    .refine((value) => value.length <= max, `must have at most ${max} characters`)
    .refine((value) => value.isWellFormed(), "must be well-formed Unicode");

/** Text of one line: without characters that would start another, or a field of their own. */
export const optionalLine = (max: number) =>
  optionalText(max).refine((value) => !/\p{Cc}/u.test(value), "must be one line of text");

/** A line that is not blank. */
export const line = (max: number) =>
  optionalLine(max).refine((value) => value.trim() !== "", "must not be blank");

/** Text that is not blank. */
export const text = (max: number) =>
  optionalText(max).refine((value) => value.trim() !== "", "must not be blank");

/** A million, in a currency of two decimals. The rules say the same. */
export const MAX_AMOUNT = 1_000_000_00;

/** Money: whole minor units (cents). */
export const minorUnits = z.int().min(0).max(MAX_AMOUNT);

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

/** Ids of documents that clients make: those that the SDK makes, and any like them. */
export const documentId = z
  .string()
  .regex(
    /^_?[A-Za-z0-9-][A-Za-z0-9_-]{0,62}$/,
    "must be 1 to 63 letters, digits, - or _, not two of _ first",
  );

/**
 * An address on the web, https alone, without a character that could end an attribute. The rules have
 * the same expression (isWebAddress).
 */
export const webAddress = z
  .string()
  .regex(
    /^https:\/\/[A-Za-z0-9.-]{1,200}(:[0-9]{1,5})?(\/[A-Za-z0-9/._~?&=%:+@,;!$()*#-]{0,400})?$/,
    "must be an address that begins with https://",
  );

/** A time zone by its IANA name, "Europe/Berlin"; whether there is one is for who uses it to find. */
export const timeZone = z
  .string()
  .regex(/^[A-Za-z0-9_+-]{1,30}(\/[A-Za-z0-9_+-]{1,30}){0,2}$/, 'must be like "Europe/Berlin"');

/** At most `max` words, each of 1 to 40 characters and without a blank. */
export const words = (max: number) =>
  z
    .array(
      z
        .string()
        .regex(/^\S{1,40}$/u, "must be one word of at most 40 characters")
        .refine((word) => word.isWellFormed(), "must be well-formed Unicode"),
    )
    .max(max);

/** A uid as sign-in systems make them, and a document id as well. */
export const uid = z
  .string()
  .regex(/^(?!\.{1,2}$)(?!__)[^/]{1,128}$/, "must be a uid")
  .refine((value) => value.isWellFormed(), "must be a uid");
