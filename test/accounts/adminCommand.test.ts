import assert from "node:assert/strict";
import { root } from "../../dev/paths.ts";
import { staff } from "../../functions/src/core/roles.ts";
import { auth } from "../../functions/src/core/users.ts";
import { clearFirestore } from "../support/firestore.ts";
import { type Run, run } from "../support/run.ts";
import {
  assertAgreed,
  claimsOf,
  employed,
  entriesOf,
  mailsTo,
  memberOf,
  somebody,
} from "./access/people.ts";

const appoint = (...words: string[]) =>
  run(root, process.execPath, "dev/admin/appoint.ts", ...words);

/** Ends with 1 and a sentence, for which nobody has to look up code. */
async function refusedWith(sentence: RegExp, ...words: string[]): Promise<void> {
  endedWith(sentence, await appoint(...words));
}

function endedWith(sentence: RegExp, { status, stdout, stderr }: Run): void {
  assert.equal(status, 1);
  assert.match(stderr, sentence);
  assert.doesNotMatch(stdout + stderr, /\n {4}at /);
}

describe("accounts: the admin command", () => {
  beforeEach(() => clearFirestore());

  it("makes the first admin, and says so: document, claim, audit trail, mail", async () => {
    const one = await somebody();
    const { status, stdout, stderr } = await appoint(one.email.toUpperCase());
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Looking at the local platform/);
    assert.match(stdout, /is admin now/);
    assert.deepEqual(await memberOf(one.uid), { role: "admin", disabled: false });
    assert.deepEqual(await claimsOf(one.uid), { role: "admin" });
    await assertAgreed(one.uid);
    const [{ action, actor } = assert.fail(), ...more] = await entriesOf(one.uid);
    assert.deepEqual([action, actor, more], ["role-set-to-admin", "command", []]);
    assert.match((await mailsTo(one.email))[0]?.message.text ?? "", /admin/);
  });

  it("again says that it is so, tells nobody, and mends the claim", async () => {
    const one = await somebody();
    await appoint(one.email);
    await auth.setCustomUserClaims(one.uid, {});
    const { status, stdout } = await appoint(one.email);
    assert.equal(status, 0);
    assert.match(stdout, /is admin already/);
    assert.deepEqual(await claimsOf(one.uid), { role: "admin" });
    assert.equal((await entriesOf(one.uid)).length, 1);
  });

  it("makes a second admin if told so alone", async () => {
    const [, two] = [await employed("admin"), await employed("order_manager")];
    await refusedWith(/There is an admin already.*--another/, two.email);
    assert.deepEqual(await memberOf(two.uid), { role: "order_manager", disabled: false });
    assert.equal((await appoint(two.email, "--another")).status, 0);
    assert.deepEqual(await memberOf(two.uid), { role: "admin", disabled: false });
  });

  it("takes no admin for one who is disabled, gone, or of another role", async () => {
    const one = await somebody();
    const [disabled, gone] = [await employed("admin"), await employed("admin")];
    await employed("order_manager");
    await staff.doc(disabled.uid).update({ disabled: true });
    await auth.deleteUser(gone.uid);
    assert.equal((await appoint(one.email)).status, 0);
  });

  it("wants an address that is confirmed, or taken for it", async () => {
    const one = await somebody({ verified: false });
    await refusedWith(/is not confirmed: .*--verify/, one.email);
    assert.equal(await memberOf(one.uid), undefined);
    assert.equal((await appoint(one.email, "--verify")).status, 0);
    assert.equal((await auth.getUser(one.uid)).emailVerified, true);
    assert.equal((await memberOf(one.uid))?.role, "admin");
  });

  it("refuses whom nobody knows, who is disabled, and what is no address", async () => {
    const one = await somebody();
    await auth.updateUser(one.uid, { disabled: true });
    await refusedWith(/is disabled/, one.email);
    await refusedWith(/Nobody has signed up with/, "nobody@example.com");
    await refusedWith(/email/, "not-an-address");
    assert.equal((await staff.get()).size, 0);
  });

  it("refuses no address, two, and flags that there are not, before it looks for a platform", async () => {
    const command = (...words: string[]) => run(root, process.execPath, "dev/admin.ts", ...words);
    endedWith(/Name one address/, await command());
    endedWith(/Name one address/, await command("a@example.com", "b@example.com"));
    endedWith(/Unknown option '--force'/, await command("a@example.com", "--force"));
  });
});
