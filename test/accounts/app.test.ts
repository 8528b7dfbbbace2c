import assert from "node:assert/strict";
import {
  EmailAuthProvider,
  GoogleAuthProvider,
  linkWithCredential,
  signInAnonymously,
  signInWithCredential,
} from "firebase/auth";
import { doc, getDoc, onSnapshot, serverTimestamp, setDoc } from "firebase/firestore";
import { KindlingError } from "../../client/src/index.ts";
import { type App, openApp, signIn, signUp, verify } from "../../dev/app.ts";
import { followLink, mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { PASSWORD } from "../../dev/seed/people.ts";
import { running } from "../support/firestore.ts";
import { until } from "../support/until.ts";

const password = "a long password";
const someone = (): string => `app-${crypto.randomUUID()}@example.com`;
const aName = (): string => `n${crypto.randomUUID().replaceAll("-", "").slice(0, 15)}`;
const aProfile = () => ({ username: aName(), displayName: "Somebody", bio: "", avatar: "" });
const settings = () => ({
  fullName: "",
  phone: "",
  language: "en",
  timeZone: "Europe/Berlin",
  newsletter: false,
  updatedAt: serverTimestamp(),
});

/** The reason for which an attempt is refused, by the SDK or by us. */
const refusalOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => assert.fail("it went through"),
    (error) => KindlingError.from(error).reason,
  );

describe("accounts: an app, through the whole platform", function () {
  this.timeout(120_000);
  let app: App;
  let second: App;
  let staff: App;

  before(async () => {
    staff = openApp(running);
    await signIn(staff, "admin@example.com", PASSWORD);
  });
  after(() => staff.close());
  beforeEach(() => {
    [app, second] = [openApp(running), openApp(running)];
  });
  afterEach(() => Promise.all([app.close(), second.close()]));

  const googleOf = (email: string) =>
    GoogleAuthProvider.credential(
      JSON.stringify({ sub: `google-${email}`, email, email_verified: true, name: "Somebody" }),
    );

  it("signs up with Google: verified at once, welcomed once, the same person next time", async () => {
    const email = someone();
    const { user } = await signInWithCredential(app.auth, googleOf(email));
    assert.ok(user.emailVerified);
    await app.accounts.saveProfile(user.uid, aProfile());
    const welcome = await waitForMail(running.inboxUrl, email, "Welcome");
    assert.doesNotMatch(welcome.text, /oobCode/);
    const again = await signInWithCredential(second.auth, googleOf(email));
    assert.equal(again.user.uid, user.uid);
    assert.equal((await mailsTo(running.inboxUrl, email)).length, 1);
  });

  it("makes an account of a guest, who keeps what they have and gets what a guest can't have", async () => {
    const email = someone();
    const { user } = await signInAnonymously(app.auth);
    const { uid } = user;
    const own = app.accounts.documents.privateProfile(uid);
    await setDoc(own, settings());
    await app.shop.call.quote({ lines: [{ sku: "pour-over-kettle", quantity: 1 }], country: "DE" });
    assert.equal(await refusalOf(app.accounts.saveProfile(uid, aProfile())), "permission-denied");

    const linked = await linkWithCredential(user, EmailAuthProvider.credential(email, password));
    assert.equal(linked.user.uid, uid);
    await linked.user.getIdToken(true);
    await app.accounts.saveProfile(uid, aProfile());
    assert.equal((await getDoc(own)).data()?.language, "en");
    await followLink(await waitForMail(running.inboxUrl, email, "Welcome"));
    const back = await signIn(second, email, password);
    assert.equal(back.uid, uid);
    assert.ok(back.emailVerified);
  });

  it("keeps a blocked domain out, and says why", async () => {
    const attempt = signUp(app, `x-${crypto.randomUUID()}@mail.blocked.example`, password);
    const refusal = await attempt.then(() => assert.fail("it went through"), KindlingError.from);
    assert.equal(`${refusal.code}/${refusal.reason}`, "permission-denied/domain-blocked");
    assert.equal(refusal.message, "Addresses of this domain are not admitted.");
    assert.equal(app.auth.currentUser, null);
  });

  it("asks for a verification mail when there is none, and not twice", async () => {
    const email = someone();
    const user = await signUp(app, email, password);
    await app.accounts.call.sendVerification({});
    assert.equal(await refusalOf(app.accounts.call.sendVerification({})), "too-many-requests");
    await followLink(await waitForMail(running.inboxUrl, email, "Confirm"));
    await user.reload();
    assert.ok(user.emailVerified);
    assert.equal((await mailsTo(running.inboxUrl, email)).length, 1);
    assert.equal(await refusalOf(second.accounts.call.sendVerification({})), "signed-out");
  });

  it("says the same of a wrong password and of an address that nobody has", async () => {
    const email = someone();
    await signUp(app, email, password);
    const wrong = await refusalOf(signIn(second, email, "not the password"));
    const unknown = await refusalOf(signIn(second, someone(), "not the password"));
    assert.equal(wrong, unknown);
  });

  it("moves to another address by the link there, and tells the old one", async () => {
    const [email, next] = [someone(), someone()];
    await verify(await signUp(app, email, password), running.inboxUrl);
    await app.accounts.call.changeEmail({ email: next });
    const asked = await waitForMail(running.inboxUrl, email, "wants to change");
    assert.doesNotMatch(asked.text, /oobCode/);
    await followLink(await waitForMail(running.inboxUrl, next));
    await signIn(second, next, password);
    const told = () => mailsTo(running.inboxUrl, email, "was changed");
    await until(async () => (await told()).length === 1, 30_000);
    assert.equal(second.auth.currentUser?.email, next);
  });

  it("refuses a disabled person at once, their live token too, and takes them back", async () => {
    const email = someone();
    const user = await signUp(app, email, password);
    await verify(user, running.inboxUrl);
    const { privateProfile } = app.accounts.documents;
    await setDoc(privateProfile(user.uid), settings());
    const cart = app.shop.documents.cart(user.uid);
    const { call } = staff.accounts;
    await call.disableUser({ uid: user.uid, reason: "A test." });

    assert.equal(await refusalOf(getDoc(privateProfile(user.uid))), "permission-denied");
    assert.equal(
      await refusalOf(setDoc(cart, { lines: {}, updatedAt: serverTimestamp() })),
      "permission-denied",
    );
    assert.equal(await refusalOf(app.accounts.call.exportMyData({})), "disabled");
    assert.equal(await refusalOf(signIn(second, email, password)), "user-disabled");
    await waitForMail(running.inboxUrl, email, "disabled");

    await call.enableUser({ uid: user.uid });
    assert.equal(await refusalOf(app.accounts.call.exportMyData({})), "signed-out-everywhere");
    // Sign-ins are counted in seconds: one within that of the enabling is one of before.
    const enabled = Date.now();
    await until(() => Date.now() - enabled > 1_000);
    await signIn(second, email, password);
    assert.ok((await getDoc(second.accounts.documents.privateProfile(user.uid))).exists());
  });

  it("ends a listener that is open, instead of showing what changes after its reader was disabled", async () => {
    const user = await signUp(app, someone(), password);
    const own = app.accounts.documents.privateProfile(user.uid);
    await setDoc(own, settings());
    const seen: (string | undefined)[] = [];
    onSnapshot(
      own,
      (half) => seen.push(half.data()?.language),
      (error) => seen.push(error.code),
    );
    await until(() => seen.length > 0);
    await staff.accounts.call.disableUser({ uid: user.uid, reason: "A test." });
    const documents = `v1/projects/${running.project}/databases/(default)/documents`;
    const written = await fetch(
      `http://${running.hosts.firestore}/${documents}/${own.path}?updateMask.fieldPaths=language`,
      {
        method: "PATCH",
        // As the server writes: past the rules.
        headers: { authorization: "Bearer owner", "content-type": "application/json" },
        body: JSON.stringify({ fields: { language: { stringValue: "fr" } } }),
      },
    );
    assert.ok(written.ok);
    await until(() => seen.at(-1) === "permission-denied");
    assert.ok(!seen.includes("fr"));
  });

  it("signs out everywhere: other devices are refused on their next request", async () => {
    const email = someone();
    const { uid } = await signUp(app, email, password);
    await setDoc(app.accounts.documents.privateProfile(uid), settings());
    await signIn(second, email, password);
    await app.accounts.call.signOutEverywhere({});
    for (const device of [app, second]) {
      const own = device.accounts.documents.privateProfile(uid);
      assert.equal(await refusalOf(getDoc(own)), "permission-denied");
      assert.equal(await refusalOf(device.accounts.call.keepAccount({})), "signed-out-everywhere");
    }
  });

  it("gives no role to who asks Firebase Authentication for one", async () => {
    const user = await signUp(app, someone(), password);
    const idToken = await user.getIdToken();
    const claims = JSON.stringify({ role: "admin" });
    for (const method of ["update", "signUp"]) {
      await fetch(
        `http://${running.hosts.auth}/identitytoolkit.googleapis.com/v1/accounts:${method}?key=local`,
        {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ idToken, customAttributes: claims, returnSecureToken: true }),
        },
      );
    }
    const token = await user.getIdTokenResult(true);
    assert.equal(token.claims.role, undefined);
    assert.equal(await refusalOf(getDoc(doc(app.db, "audit/x"))), "permission-denied");
  });

  it("hears of a role in the next token, and of its loss", async () => {
    const email = someone();
    const user = await signUp(app, email, password);
    await verify(user, running.inboxUrl);
    const { call } = staff.accounts;
    await call.setRole({ uid: user.uid, role: "inventory_manager" });
    assert.equal((await user.getIdTokenResult(true)).claims.role, "inventory_manager");
    await getDoc(doc(app.db, "stock/morning-blend-250"));
    await call.setRole({ uid: user.uid, role: null });
    assert.equal((await user.getIdTokenResult(true)).claims.role, undefined);
    const stock = getDoc(doc(app.db, "stock/morning-blend-250"));
    assert.equal(await refusalOf(stock), "permission-denied");
  });

  it("shows when the account will end, and that it will not", async () => {
    const user = await signUp(app, someone(), password);
    const seen: boolean[] = [];
    const end = onSnapshot(app.accounts.documents.deletion(user.uid), (deletion) => {
      seen.push(deletion.exists());
    });
    await app.accounts.call.deleteAccount({});
    await until(() => seen.at(-1) === true);
    await app.accounts.call.keepAccount({});
    await until(() => seen.at(-1) === false);
    end();
  });
});
