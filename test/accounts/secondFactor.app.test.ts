import assert from "node:assert/strict";
import { openApp, signIn, signUp, verify } from "../../dev/app.ts";
import { PASSWORD } from "../../dev/seed/people.ts";
import { running } from "../support/firestore.ts";

const auth = `http://${running.hosts.auth}`;
const password = "a long password";

/** As the SDK asks Firebase Authentication; it does so in a browser alone, since it shows a captcha. */
async function ask(method: string, body: object): Promise<Record<string, never>> {
  const version = method.includes("/mfa") ? "v2" : "v1";
  const answer = await fetch(
    `${auth}/identitytoolkit.googleapis.com/${version}/accounts${method}?key=local`,
    {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  );
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.error.message);
  return content;
}

/** The code that the emulator would have sent by SMS. */
async function codeFor(sessionInfo: string): Promise<string> {
  const answer = await fetch(`${auth}/emulator/v1/projects/${running.project}/verificationCodes`);
  const { verificationCodes } = (await answer.json()) as {
    verificationCodes: { sessionInfo: string; code: string }[];
  };
  const [sent] = verificationCodes.filter((one) => one.sessionInfo === sessionInfo);
  return sent?.code ?? assert.fail("no code was sent");
}

describe("accounts: a second factor, by SMS", function () {
  this.timeout(60_000);
  const email = `factor-${crypto.randomUUID()}@example.com`;
  const app = openApp(running);
  const staff = openApp(running);
  let uid = "";

  before(async () => {
    const user = await signUp(app, email, password);
    await verify(user, running.inboxUrl);
    uid = user.uid;
    const idToken = await user.getIdToken(true);
    const phoneEnrollmentInfo = { phoneNumber: "+4940123456" };
    const begun = await ask("/mfaEnrollment:start", { idToken, phoneEnrollmentInfo });
    const { sessionInfo } = begun.phoneSessionInfo!;
    await ask("/mfaEnrollment:finalize", {
      idToken,
      phoneVerificationInfo: { sessionInfo, code: await codeFor(sessionInfo) },
    });
    await signIn(staff, "admin@example.com", PASSWORD);
  });
  after(() => Promise.all([app.close(), staff.close()]));

  /** Signs in with both; with another code than was sent, if one is given. */
  async function signInWithBoth(wrongCode?: string): Promise<string> {
    const first = await ask(":signInWithPassword", { email, password, returnSecureToken: true });
    assert.equal(first.idToken, undefined, "the password was enough");
    const { mfaPendingCredential, mfaInfo } = first as unknown as {
      mfaPendingCredential: string;
      mfaInfo: { mfaEnrollmentId: string }[];
    };
    const { mfaEnrollmentId } = mfaInfo[0]!;
    const begun = await ask("/mfaSignIn:start", {
      mfaPendingCredential,
      mfaEnrollmentId,
      phoneSignInInfo: {},
    });
    const { sessionInfo } = begun.phoneResponseInfo!;
    const code = wrongCode ?? (await codeFor(sessionInfo));
    const phoneVerificationInfo = { sessionInfo, code };
    const signedIn = await ask("/mfaSignIn:finalize", {
      mfaPendingCredential,
      phoneVerificationInfo,
    });
    return signedIn.idToken!;
  }

  it("is asked for after the password, and its token says so", async () => {
    await assert.rejects(signInWithBoth("000000"), /INVALID_CODE/);
    const [, claims = ""] = (await signInWithBoth()).split(".");
    const { firebase } = JSON.parse(Buffer.from(claims, "base64url").toString());
    assert.equal(firebase.sign_in_second_factor, "phone");
  });

  it("lets in nobody whose account is disabled, and again who is enabled", async () => {
    await staff.accounts.call.disableUser({ uid, reason: "A test." });
    await assert.rejects(signInWithBoth(), /USER_DISABLED/);
    await staff.accounts.call.enableUser({ uid });
    assert.ok(await signInWithBoth());
  });
});
