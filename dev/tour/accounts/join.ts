import { doc, getDoc, serverTimestamp, setDoc, updateDoc } from "firebase/firestore";
import { type App, signUp } from "../../app.ts";
import { followLink, waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";

/** Somebody who has just signed up. */
export interface Newcomer {
  uid: string;
  email: string;
  password: string;
}

/** Sign-up: an account, a name that nobody else has, a confirmed address, a public and a private half. */
export async function join(
  app: App,
  other: App,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<Newcomer> {
  const email = `newcomer-${Date.now()}@example.com`;
  const password = "a long password";
  const username = `Newcomer_${Date.now().toString(36)}`;
  const profile = { username, displayName: "A newcomer", bio: "", avatar: "" };

  tell.step("Sign up, with a name that nobody else has");
  const user = await signUp(app, email, password);
  await app.accounts.saveProfile(user.uid, profile);
  tell.say(`${username} is theirs: the profile and the name are one commit, under rules.`);
  const stranger = await signUp(other, `stranger-${Date.now()}@example.com`, password);
  await tell.refused("The same name in capitals, for a stranger", "username-taken", () =>
    other.accounts.saveProfile(stranger.uid, { ...profile, username: username.toUpperCase() }),
  );
  await tell.refused('The name "Admin"', "invalid-username", () =>
    other.accounts.saveProfile(stranger.uid, { ...profile, username: "Admin" }),
  );
  await tell.refused("A profile that says it is an admin's", "permission-denied", () =>
    updateDoc(doc(app.db, "users", user.uid), { role: "admin", updatedAt: serverTimestamp() }),
  );

  tell.step("Confirm the address");
  const welcome = await waitForMail(inboxUrl, email, "Welcome");
  tell.say("", ...welcome.text.trim().split("\n"), "");
  await followLink(welcome);
  await user.reload();
  tell.expect(user.emailVerified, "the link in it has confirmed the address");
  await user.getIdToken(true);

  tell.step("Keep to oneself what is private");
  await setDoc(app.accounts.documents.privateProfile(user.uid), {
    fullName: "A Newcomer",
    phone: "",
    language: "en",
    timeZone: "Europe/Berlin",
    newsletter: false,
    updatedAt: serverTimestamp(),
  });
  const seen = await getDoc(other.accounts.documents.profile(user.uid));
  tell.expect(seen.data()?.displayName === "A newcomer", "a stranger reads the public half");
  await tell.refused("The private half, for a stranger", "permission-denied", () =>
    getDoc(other.accounts.documents.privateProfile(user.uid)),
  );
  return { uid: user.uid, email, password };
}
