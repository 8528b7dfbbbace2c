import type { DocumentReference, Query, QueryDocumentSnapshot } from "firebase-admin/firestore";
import { remove, update } from "../decide.ts";
import { everywhere, type IsOurs } from "../everywhere.ts";
import { isUnderWay } from "../mail/forgetMails.ts";
import type { Mail } from "../mail/schema.ts";
import { pagesOf } from "../pagesOf.ts";
import type { Person } from "../personalData.ts";
import { timesInvited } from "./invite.ts";
import type { Invitation } from "./schema.ts";

/** Where a module keeps its invitations. */
export interface Invitations {
  /** Of the collection group that has them. */
  all: Query<Invitation>;
  isOurs: IsOurs;
  /** The mail that has the token of an invitation in it. */
  mailOf: (found: QueryDocumentSnapshot<Invitation>) => DocumentReference<Mail>;
}

/**
 * Deletes a module's invitations to somebody, however their address was written, with the count of
 * them, and puts their alias where they have invited others. A mail of theirs that is under way has
 * their address in it until it is sent: it is left. Answers whether any was. Safe to run again after
 * any step.
 */
export async function forgetInvitations(
  { uid, emails, alias }: Person,
  { all, isOurs, mailOf }: Invitations,
): Promise<boolean> {
  for (const email of new Set(emails.map((one) => one.toLowerCase()))) {
    await everywhere(all.where("email", "==", email), isOurs, (invite) => remove(invite));
    await timesInvited(email).delete();
  }
  const sent = all.where("invitedBy", "==", uid);
  for await (const page of pagesOf(sent)) {
    for (const invite of page.filter(({ ref }) => isOurs(ref))) {
      if (isUnderWay((await mailOf(invite).get()).data())) return true;
    }
  }
  await everywhere(sent, isOurs, (invite, { invitedBy }) =>
    invitedBy === uid ? update(invite, { invitedBy: alias }) : undefined,
  );
  return false;
}
