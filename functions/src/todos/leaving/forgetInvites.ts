import { remove, update } from "../../core/decide.ts";
import { isUnderWay } from "../../core/mail/forgetMails.ts";
import { mailOf } from "../../core/mail/queue.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import type { Person } from "../../core/personalData.ts";
import { entityOf, INVITATION, timesInvited } from "../list/invites.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allInvites } from "../schema.ts";
import { everywhere } from "./everywhere.ts";

/**
 * Deletes the invitations to somebody, however their address was written, with the count of them, and
 * puts their alias where they have invited others. A mail of theirs that is under way has their address in it until it is
 * sent: it is left. Answers whether any was. Safe to run again after any step.
 */
export async function forgetInvites({ uid, emails, alias }: Person): Promise<boolean> {
  for (const email of new Set(emails.map((one) => one.toLowerCase()))) {
    await everywhere(allInvites.where("email", "==", email), (invite) => remove(invite));
    await timesInvited(email).delete();
  }
  const sent = allInvites.where("invitedBy", "==", uid);
  if (await isAnyUnderWay(sent)) return true;
  await everywhere(sent, (invite, { invitedBy }) =>
    invitedBy === uid ? update(invite, { invitedBy: alias }) : undefined,
  );
  return false;
}

async function isAnyUnderWay(sent: typeof allInvites): Promise<boolean> {
  for await (const page of pagesOf(sent)) {
    for (const invite of page.filter(({ ref }) => isOurs(ref))) {
      const { listId } = pathOf(invite.ref);
      const mail = mailOf(INVITATION, entityOf(listId, invite.data()), invite.data().email);
      if (isUnderWay((await mail.get()).data())) return true;
    }
  }
  return false;
}
