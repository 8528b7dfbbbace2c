import { getDoc } from "firebase/firestore";
import { type App, signIn } from "../../app.ts";
import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import { PASSWORD } from "../../seed/people.ts";
import type { Narrator } from "../narrator.ts";
import type { Newcomer } from "./join.ts";
import { nextSecond } from "./nextSecond.ts";

/** A role is given; an account is disabled, at once, and enabled again. */
export async function meetAnAdmin(
  app: App,
  staff: App,
  { uid, email, password }: Newcomer,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<void> {
  const { call } = staff.accounts;

  tell.step("Give a role");
  await tell.refused("Making oneself an admin", "not-staff", () =>
    app.accounts.call.setRole({ uid, role: "admin" }),
  );
  await signIn(staff, "admin@example.com", PASSWORD);
  await call.setRole({ uid, role: "order_manager" });
  const given = await waitForMail(inboxUrl, email, "role");
  tell.say(`Mail: "${given.subject}"`);
  const token = await app.auth.currentUser?.getIdTokenResult(true);
  tell.expect(token?.claims.role === "order_manager", "the next token says so, too");
  await call.setRole({ uid, role: null });

  tell.step("Disable an account, at once");
  const own = app.accounts.documents.privateProfile(uid);
  await getDoc(own);
  await call.disableUser({ uid, reason: "A tour of what can be done." });
  await tell.refused("Reading with the token of before", "permission-denied", () => getDoc(own));
  await tell.refused("Calling with it", "disabled", () => app.accounts.call.signOutEverywhere({}));
  const sent = await waitForMail(inboxUrl, email, "disabled");
  tell.say(`Mail: "${sent.subject}"`);
  await call.enableUser({ uid });
  await nextSecond();
  await signIn(app, email, password);
  await getDoc(own);
  tell.say("Enabled again, and signed in again: the old token stays refused.");
}
