import {
  invitationOf,
  invitations,
  linkRequests,
  privateProfiles,
  profiles,
  usernames,
} from "../../../functions/src/accounts/schema.ts";
import { record } from "../../../functions/src/core/audit.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { decide } from "../../../functions/src/core/decide.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { queueMail } from "../../../functions/src/core/mail/queue.ts";
import { paragraph } from "../../../functions/src/core/mail/template.ts";
import type { Person } from "../../support/call.ts";

/** The names that somebody with a uid like "person-0123…" goes by. */
export const namesOf = (uid: string) => ({
  username: `N${uid.replace(/\W/g, "").slice(-12)}`,
  displayName: `Display ${uid.slice(-12)}`,
  fullName: `Full Name ${uid.slice(-12)}`,
});

/** Gives somebody each kind of document that accounts and core keep about people. */
export async function settle({ uid, token: { email } }: Person & { token: { email: string } }) {
  const { username, displayName, fullName } = namesOf(uid);
  const [createdAt, updatedAt, expiresAt] = [stamp(), stamp(), stamp(30 * DAY)];
  const [requestedAt, nextAt] = [stamp(), stamp()];
  await profiles.doc(uid).set({
    username,
    displayName,
    bio: `I am ${fullName}`,
    avatar: "",
    createdAt,
    updatedAt,
  });
  await privateProfiles(uid).doc("account").set({
    fullName,
    phone: "+4940123456",
    language: "en",
    timeZone: "Europe/Berlin",
    newsletter: true,
    updatedAt,
  });
  await usernames.doc(username.toLowerCase()).set({ uid, createdAt });
  await invitationOf(email).set({ email, invitedBy: "an-admin", createdAt, expiresAt });
  await invitations
    .doc(idOf("sent", uid))
    .set({ email: "friend@example.com", invitedBy: uid, createdAt, expiresAt });
  for (const kind of ["verify", "reset"] as const) {
    await linkRequests.add({ kind, email, uid: null, requestedAt, times: 1, nextAt, expiresAt });
  }
  await linkRequests.add({
    kind: "change",
    email: "newer@example.com",
    uid,
    times: 1,
    requestedAt,
    nextAt,
    expiresAt,
  });
  const subject = `accounts/${uid}`;
  const greeting = { subject: `For ${fullName}`, blocks: [paragraph(`Hello ${displayName}`)] };
  await decide(async () => ({
    answer: null,
    writes: [
      record({ action: "did-something", actor: uid, subject }, "one"),
      record({ action: "something-done", actor: "an-admin", subject, reason: uid }, "other"),
      queueMail("greeting", "anything", email, greeting),
    ],
  }));
}
