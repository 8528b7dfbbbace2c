import { type DocumentReference, doc, type Firestore, type Query, where } from "firebase/firestore";
import type * as mail from "../../functions/src/core/mail/schema.ts";
import { newest, typed } from "./documents.ts";
import { shapeOf } from "./shape.ts";

const mailOf = shapeOf<mail.Mail>();
export type Mail = typeof mailOf;
export type DeliveryState = NonNullable<Mail["delivery"]>["state"];

/** The outbox, for admins: what is confidential (a link that lets its reader in) is kept from them. */
export const mailDocuments = (db: Firestore) => ({
  mail: (id: string): DocumentReference<Mail, Mail> => doc(typed<Mail>(db, "mail"), id),

  /** Those in one of `states`, or all, the latest first. Page on with `startAfter(lastSnapshot)`. */
  newestMails: (states: readonly DeliveryState[] = [], pageSize = 20): Query<Mail, Mail> =>
    newest(
      typed<Mail>(db, "mail"),
      "delivery.startTime",
      pageSize,
      where("confidential", "==", false),
      ...(states.length === 0 ? [] : [where("delivery.state", "in", states)]),
    ),
});

export type MailDocuments = ReturnType<typeof mailDocuments>;
