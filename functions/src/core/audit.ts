import * as z from "zod";
import { stamp } from "./clock.ts";
import { documents } from "./db.ts";
import { create, type Write } from "./decide.ts";
import { idOf } from "./id.ts";
import { text, timestamp } from "./schema.ts";

/** `audit/{hash}`: who did what to what. Append-only; admins read. */
export const AuditEntry = z.strictObject({
  action: text(60),
  actor: text(128),
  subject: text(1500),
  /** In the actor's words, where they gave one. */
  reason: text(500).optional(),
  at: timestamp,
});
export type AuditEntry = z.output<typeof AuditEntry>;

export const audit = documents("audit", AuditEntry);

/** The entry of one occasion: there, once it has been recorded. */
export const entryOf = (action: string, subject: string, occasion: string) =>
  audit.doc(idOf("audit", action, subject, occasion));

/**
 * Records, in the commit that does it, that `actor` (a uid) did `action` to `subject` (a path).
 * The entry's id derives from `occasion`: one occasion is recorded once, and a second decision
 * that records it fails as a whole.
 */
export const record = (entry: Omit<AuditEntry, "at">, occasion: string): Write =>
  create(entryOf(entry.action, entry.subject, occasion), { ...entry, at: stamp() });
