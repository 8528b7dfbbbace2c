import assert from "node:assert/strict";
import { sendEmailVerification, sendPasswordResetEmail, type User } from "firebase/auth";
import { getFunctions, httpsCallable } from "firebase/functions";
import { type App, openApp, signIn, signUp } from "../../../dev/app.ts";
import { mailsTo, type ReceivedMail, waitForMail } from "../../../dev/mailbox.ts";
import { region } from "../../../functions/src/core/settings.ts";
import { running } from "../../support/firestore.ts";
import { until } from "../../support/until.ts";
import { codesFor, someone } from "./support/people.ts";

const password = "a long password";

/** A page of Firebase's that does what its link says. */
async function follow(mail: ReceivedMail, more = ""): Promise<URL> {
  const [link = ""] = /https?:\S+/.exec(mail.text) ?? [];
  const answer = await fetch(link + more, { redirect: "manual" });
  assert.ok(answer.status < 400, `The link answered ${answer.status}.`);
  return new URL(link);
}

describe("accounts: mails with links, through the whole platform", function () {
  this.timeout(60_000);
  let app: App;
  let email: string;
  let user: User;

  beforeEach(async () => {
    app = openApp(running);
    email = someone();
    user = await signUp(app, email, password);
  });
  afterEach(() => app.close());

  const ask = (verb: string, input: object) =>
    httpsCallable(getFunctions(app.auth.app, region), `accounts-${verb}`)(input);
  const mailTo = (address: string, subject: string) =>
    waitForMail(running.inboxUrl, address, subject);

  it("confirm an address, and lead back to the app", async () => {
    await ask("sendVerification", {});
    const link = await follow(await mailTo(email, "Confirm your e-mail address for"));
    assert.equal(link.searchParams.get("continueUrl"), `http://${running.hosts.hosting}`);
    await user.reload();
    assert.equal(user.emailVerified, true);
  });

  it("set a new password, and the old one is none any more", async () => {
    await app.auth.signOut();
    await ask("requestPasswordReset", { email });
    await follow(await mailTo(email, "Choose a new password for"), "&newPassword=another-password");
    await assert.rejects(signIn(app, email, password), /auth\/invalid-credential/);
    assert.equal((await signIn(app, email, "another-password")).uid, user.uid);
  });

  it("change an address, of which the one before hears", async () => {
    const newAddress = someone();
    await ask("changeEmail", { email: newAddress });
    const mail = await mailTo(newAddress, "Confirm your new e-mail address for");
    assert.ok((await mailTo(email, "Somebody wants to change")).text.includes(newAddress));
    await follow(mail);
    const { uid, emailVerified } = await signIn(app, newAddress, password);
    assert.deepEqual([uid, emailVerified], [user.uid, true]);
    await assert.rejects(signIn(app, email, password), /auth\/invalid-credential/);
  });

  it("come once each, in our words; those that the app asks Firebase for come in Firebase's", async () => {
    await ask("sendVerification", {});
    await ask("requestPasswordReset", { email });
    await mailTo(email, "Confirm your e-mail address for");
    await mailTo(email, "Choose a new password for");
    // Printed after ours, so whatever would have been made of ours is there by then.
    await sendEmailVerification(user);
    await sendPasswordResetEmail(app.auth, email);
    const subjects = async () =>
      (await mailsTo(running.inboxUrl, email)).map((mail) => mail.subject);
    const expected = [
      "Choose a new password",
      "Choose a new password for Kindling",
      "Confirm your e-mail address",
      "Confirm your e-mail address for Kindling",
    ];
    await until(async () => (await subjects()).length >= expected.length, 30_000);
    assert.deepEqual((await subjects()).sort(), expected);
    assert.equal((await codesFor(email, running.project)).length, expected.length);
  });

  it("are not promised to who has no account, in the same words", async () => {
    const answers = [email, someone()].map(async (one) =>
      ask("requestPasswordReset", { email: one }),
    );
    const [known, unknown] = await Promise.all(answers);
    assert.deepEqual(known?.data, unknown?.data);
  });
});
