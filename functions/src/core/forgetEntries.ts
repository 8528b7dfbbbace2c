import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { type AuditEntry, audit } from "./audit.ts";
import { update, type Write } from "./decide.ts";
import { type Person, withoutPerson } from "./personalData.ts";

/** What the audit trail has of one subject. */
export const entriesOf = (subject: string) => audit.where("subject", "==", subject);

/**
 * Keeps an entry of the audit trail whose subject has a person's uid in its path, under their alias.
 * In its reason, too, which staff have written: no uid and no address. It is not found again.
 */
export function forgetSubject(entry: QueryDocumentSnapshot<AuditEntry>, person: Person): Write {
  const { subject, reason } = entry.data();
  const segments = subject.split("/");
  return update(entry, {
    subject: segments.map((one) => (one === person.uid ? person.alias : one)).join("/"),
    ...(reason === undefined ? {} : { reason: withoutPerson(reason, person).slice(0, 500) }),
  });
}
