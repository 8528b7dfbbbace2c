import { decide, remove, update } from "../core/decide.ts";
import { entriesOf } from "../core/forgetEntries.ts";
import { inPages } from "../core/inPages.ts";
import type { PersonalData } from "../core/personalData.ts";
import { staff } from "../core/roles.ts";
import {
  deletions,
  invitationOf,
  invitations,
  linkRequests,
  privateProfiles,
  profiles,
  usernames,
} from "./schema.ts";

/**
 * What accounts keep about people. Goes: profile, both halves; the name, which is free then; links
 * that were asked for and invitations to the person's addresses; a role, should they have one.
 * Stays, under the alias: whom they have invited, and that they were. (`accounts/{uid}` and the
 * deletion itself go last: see deletion/close.ts.)
 */
export const personalData: PersonalData = {
  held: ({ uid }) => ({
    profile: profiles.doc(uid),
    private: privateProfiles(uid),
    username: usernames.where("uid", "==", uid),
    role: staff.doc(uid),
    deletion: deletions.doc(uid),
  }),

  async erase({ uid, emails, alias }) {
    await inPages(usernames.where("uid", "==", uid), (claim) => [remove(claim)]);
    await inPages(privateProfiles(uid), (half) => [remove(half)]);
    await inPages(linkRequests.where("uid", "==", uid), (asked) => [remove(asked)]);
    await inPages(invitations.where("invitedBy", "==", uid), (sent) => [
      update(sent, { invitedBy: alias }),
    ]);
    for (const email of emails) {
      // By the hash in its path whoever guesses an address could tell whether it was this one.
      await inPages(entriesOf(invitationOf(email).path), (entry) => [
        update(entry, { subject: `${invitations.id}/${alias}` }),
      ]);
    }
    for (const email of new Set([...emails, ...emails.map((one) => one.toLowerCase())])) {
      await inPages(linkRequests.where("email", "==", email), (asked) => [remove(asked)]);
    }
    await decide(async (read) => {
      const invited = new Set(emails.map((email) => invitationOf(email).path));
      const found = await read(
        profiles.doc(uid),
        staff.doc(uid),
        ...[...invited].map((path) => profiles.firestore.doc(path)),
      );
      return {
        answer: undefined,
        writes: found.filter(({ exists }) => exists).map((one) => remove(one)),
      };
    });
    return "erased";
  },
};
