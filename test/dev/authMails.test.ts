import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { sendEmailVerification, sendPasswordResetEmail, type User } from "firebase/auth";
import { type App, openApp, signUp } from "../../dev/app.ts";
import { forwardAuthMails } from "../../dev/authMails.ts";
import { mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { running } from "../support/firestore.ts";

const auth = `http://${running.hosts.auth}`;
const someone = (): string => `auth-${randomUUID()}@example.com`;

/** A link as a server asks for one, to send it itself. */
async function askForLink(body: object): Promise<void> {
  const path = `identitytoolkit.googleapis.com/v1/projects/${running.project}/accounts:sendOobCode`;
  const answer = await fetch(`${auth}/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify({ ...body, returnOobLink: true }),
  });
  assert.ok(answer.ok, await answer.clone().text());
  assert.ok("oobLink" in ((await answer.json()) as object));
}

describe("the local platform puts into the inbox", function () {
  this.timeout(60_000);
  let app: App;
  let email: string;
  let user: User;
  beforeEach(async () => {
    app = openApp(running);
    email = someone();
    user = await signUp(app, email, "a long password");
  });
  afterEach(() => app.close());

  it("what an app has Firebase mail, and no link that a server has asked for", async () => {
    const newEmail = someone();
    await askForLink({ requestType: "VERIFY_EMAIL", email });
    await askForLink({ requestType: "PASSWORD_RESET", email });
    await askForLink({ requestType: "VERIFY_AND_CHANGE_EMAIL", email, newEmail });
    await sendPasswordResetEmail(app.auth, email);
    await sendEmailVerification(user);
    await waitForMail(running.inboxUrl, email, "Confirm your e-mail address");
    await waitForMail(running.inboxUrl, email, "Choose a new password");
    assert.equal((await mailsTo(running.inboxUrl, email)).length, 2);
    assert.deepEqual(await mailsTo(running.inboxUrl, newEmail), []);
  });

  it("links that work", async () => {
    await sendEmailVerification(user);
    const mail = await waitForMail(running.inboxUrl, email, "Confirm");
    const [link = ""] = /https?:\S+/.exec(mail.text) ?? [];
    assert.ok((await fetch(link)).ok);
    await user.reload();
    assert.equal(user.emailVerified, true);
  });
});

describe("the mails of the Auth emulator", () => {
  const link = (mode: string) => `${auth}/emulator/action?mode=${mode}&lang=en&oobCode=x&apiKey=y`;
  const printed: [string, (email: string) => string, string, string][] = [
    ["a sign-in link", (to) => `To sign in as ${to}`, "signIn", "Your sign-in link"],
    [
      "a reset",
      (to) => `To reset the password for ${to}`,
      "resetPassword",
      "Choose a new password",
    ],
    [
      "a confirmation",
      (to) => `To verify the email address ${to}`,
      "verifyEmail",
      "Confirm your e-mail address",
    ],
    [
      "a change of address",
      (to) => `To verify and change the email address from old@example.com to ${to}`,
      "verifyAndChangeEmail",
      "Confirm your new e-mail address",
    ],
    [
      "a change that was made",
      (to) => `To reset your email address to ${to}`,
      "recoverEmail",
      "Your e-mail address was changed",
    ],
  ];
  for (const [what, words, mode, subject] of printed) {
    it(`are read from what it prints: ${what}`, async () => {
      const to = someone();
      const mails = forwardAuthMails(running.project, running.smtpPort);
      const more = mode === "resetPassword" ? "&newPassword=NEW_PASSWORD_HERE" : "";
      mails.hear(
        `\u001b[36m\u001b[1mi \u001b[22m\u001b[39m ${words(to)}, follow this link: ${link(mode)}${more}`,
      );
      const mail = await waitForMail(running.inboxUrl, to);
      assert.deepEqual(
        [mail.subject, mail.text.trim()],
        [subject, `Follow this link:\n${link(mode)}`],
      );
      mails.close();
    });
  }

  it("are not what functions print, or anything else", async () => {
    const [to, last] = [someone(), someone()];
    const mails = forwardAuthMails(running.project, running.smtpPort);
    const line = `To sign in as ${to}, follow this link: ${link("signIn")}`;
    mails.hear(`>  i  ${line}`);
    mails.hear(line);
    mails.hear("i  functions: Loaded environment variables");
    mails.hear("");
    mails.hear(`i  To sign in as ${last}, follow this link: ${link("signIn")}`);
    await waitForMail(running.inboxUrl, last);
    assert.deepEqual(await mailsTo(running.inboxUrl, to), []);
    mails.close();
  });

  it("do not tell who has an account: enumeration protection is on", async () => {
    const answer = await fetch(`${auth}/emulator/v1/projects/${running.project}/config`);
    const { emailPrivacyConfig } = (await answer.json()) as { emailPrivacyConfig: object };
    assert.deepEqual(emailPrivacyConfig, { enableImprovedEmailPrivacy: true });
  });
});
