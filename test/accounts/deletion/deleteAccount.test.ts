import assert from "node:assert/strict";
import { deleteAccount, GRACE } from "../../../functions/src/accounts/deleteAccount.ts";
import { shutOut } from "../../../functions/src/accounts/deletion/shutOut.ts";
import { exportMyData } from "../../../functions/src/accounts/exportMyData.ts";
import { keepAccount } from "../../../functions/src/accounts/keepAccount.ts";
import { Deletion, deletions } from "../../../functions/src/accounts/schema.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { DAY, MINUTE, now, SECOND } from "../../../functions/src/core/clock.ts";
import { Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { type Person, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { whileAuthFails } from "../support/auth.ts";
import {
  callFresh,
  changeAuth,
  deletionOf,
  guest,
  hasAuth,
  mailsTo,
  removeAuth,
  requestDeletion,
  signedUp,
  sweep,
  trailOf,
} from "./support.ts";

const LOST = { DEADLINE_EXCEEDED: 4, INTERNAL: 13, UNAVAILABLE: 14 };

describe("accounts: asking for one's deletion", () => {
  const { pass } = useStillClock();

  it("answers when it will be, says so in a mail and in the audit trail, and takes nothing away", async () => {
    const person = await signedUp();
    const dueAt = new Date(now().getTime() + GRACE).toISOString();
    assert.deepEqual(await requestDeletion(person), { dueAt });
    const deletion = Deletion.parse(await deletionOf(person));
    assert.equal(deletion.state, "requested");
    assert.equal(deletion.dueAt.toDate().toISOString(), dueAt);
    assert.equal(deletion.nextAt.toDate().toISOString(), dueAt);
    assert.deepEqual(deletion.emails, [person.token.email]);
    assert.match(deletion.alias, /^deleted-[a-z]{20}$/);
    assert.deepEqual(await mailsTo(person.token.email), ["deletion-requested"]);
    assert.deepEqual(await trailOf(person.uid), ["deletion-requested"]);
    assert.equal((await accounts.doc(person.uid).get()).exists, false);
    assert.ok(await hasAuth(person.uid));
  });

  it("is 14 days to the second, and the mail has the date", async () => {
    const person = await signedUp();
    const { dueAt } = await requestDeletion(person);
    assert.equal(Date.parse(dueAt) - now().getTime(), 14 * 24 * 3600 * 1000);
    const [mail] = (await mails.get()).docs;
    const { text } = Mail.parse(mail?.data()).message;
    const day = new Date(dueAt).toLocaleDateString("en-GB", {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    assert.ok(text.includes(day), text);
    assert.ok(text.includes(`${dueAt.slice(11, 16)} UTC`), text);
    assert.ok(!mail?.id.includes(person.uid), "a mail's id names somebody");
  });

  it("has everybody stand under another alias", async () => {
    const [one, other] = [await signedUp(), await signedUp()];
    await Promise.all([requestDeletion(one), requestDeletion(other)]);
    assert.notEqual((await deletionOf(one))?.alias, (await deletionOf(other))?.alias);
  });

  it("again, days later, answers the same, with no other mail and no other entry", async () => {
    const person = await signedUp();
    const first = await requestDeletion(person);
    pass(3 * DAY);
    assert.deepEqual(await requestDeletion(person), first);
    assert.deepEqual(await mailsTo(person.token.email), ["deletion-requested"]);
    assert.deepEqual(await trailOf(person.uid), ["deletion-requested"]);
  });

  it("six times at once is once", async () => {
    const person = await signedUp();
    const answers = await Promise.all(Array.from({ length: 6 }, () => requestDeletion(person)));
    assert.equal(new Set(answers.map(({ dueAt }) => dueAt)).size, 1);
    assert.deepEqual(await mailsTo(person.token.email), ["deletion-requested"]);
    assert.deepEqual(await trailOf(person.uid), ["deletion-requested"]);
  });

  for (const [name, code] of Object.entries(LOST)) {
    it(`is once where the answer to a commit is lost (${name})`, async () => {
      const person = await signedUp();
      const met = [1, 2].map(() =>
        firestore.inject({ method: "Commit", kind: "lost-answer", code }),
      );
      await requestDeletion(person);
      assert.ok(met.every((happened) => happened()));
      assert.deepEqual(await mailsTo(person.token.email), ["deletion-requested"]);
      assert.deepEqual(await trailOf(person.uid), ["deletion-requested"]);
    });
  }

  it("is a guest's right, too, of whom there is no address to write to", async () => {
    const person = await guest();
    await requestDeletion(person);
    assert.deepEqual((await deletionOf(person))?.emails, []);
    assert.equal((await mails.get()).size, 0);
    assert.deepEqual(await callFresh(keepAccount, person), {});
    assert.equal((await mails.get()).size, 0);
  });

  it("writes to the address that the account has now, whatever an older token says", async () => {
    const person = await signedUp();
    const changed = `new-${person.token.email}`;
    await changeAuth(person.uid, { email: changed, emailVerified: true });
    await requestDeletion(person);
    assert.deepEqual(await mailsTo(changed), ["deletion-requested"]);
    assert.deepEqual(await mailsTo(person.token.email), []);
    assert.deepEqual((await deletionOf(person))?.emails, [changed, person.token.email]);
  });

  it("is heard of somebody whose account at Firebase Authentication is gone already", async () => {
    const person = await signedUp();
    await removeAuth(person.uid);
    await requestDeletion(person);
    assert.deepEqual((await deletionOf(person))?.emails, [person.token.email]);
    assert.deepEqual(await mailsTo(person.token.email), []);
  });

  it("writes to nobody whose address is not confirmed: it may be a stranger's", async () => {
    const person = await signedUp();
    await changeAuth(person.uid, { emailVerified: false });
    await requestDeletion(person);
    assert.deepEqual(await callFresh(keepAccount, person), {});
    assert.equal((await mails.where("to", "==", person.token.email).get()).size, 0);
  });

  describe("is refused", () => {
    it("to nobody, and to who signed in more than five minutes ago", async () => {
      const person = await signedUp();
      await refused(callFresh(deleteAccount, undefined), "unauthenticated", "signed-out");
      const old = callFresh(deleteAccount, person, {}, 5 * MINUTE + SECOND);
      await refused(old, "failed-precondition", "recent-sign-in-required");
      assert.equal(await deletionOf(person), undefined);
      await callFresh(deleteAccount, person, {}, 4 * MINUTE);
      assert.ok(await deletionOf(person));
    });

    it("to staff until they give up their role", async () => {
      const person = await signedUp();
      await staff.doc(person.uid).set({ role: "admin", disabled: false });
      await refused(requestDeletion(person), "failed-precondition", "is-staff");
      assert.equal(await deletionOf(person), undefined);
      assert.deepEqual(await mailsTo(person.token.email), []);
      await staff.doc(person.uid).delete();
      await requestDeletion(person);
      assert.ok(await deletionOf(person));
    });

    it("for any input, somebody else's uid above all", async () => {
      const [person, other] = [await signedUp(), await signedUp()];
      for (const input of [{ uid: other.uid }, { state: "erasing" }, [], "now", null]) {
        const attempt = callFresh(deleteAccount, person, input);
        await refused(attempt, "invalid-argument", "invalid-input");
      }
      assert.equal((await deletions.get()).size, 0);
    });

    it("more than ten times a day", async () => {
      const person = await signedUp();
      for (let times = 0; times < 10; times++) await requestDeletion(person);
      await refused(requestDeletion(person), "resource-exhausted", "too-many-requests");
      pass(DAY);
      await requestDeletion(person);
    });
  });
});

describe("accounts: while Firebase Authentication does not answer", () => {
  useStillClock();
  const isRefused = (fn: Parameters<typeof callFresh>[0], person: Person) =>
    whileAuthFails(() =>
      refused(callFresh(fn, person) as Promise<unknown>, "unavailable", "sign-in-unavailable"),
    );

  it("a deletion is neither asked for nor taken back, and an app may try again", async () => {
    const person = await signedUp();
    await isRefused(deleteAccount, person);
    assert.equal(await deletionOf(person), undefined);
    await requestDeletion(person);
    await isRefused(keepAccount, person);
    assert.ok(await deletionOf(person));
    await callFresh(keepAccount, person);
    assert.equal(await deletionOf(person), undefined);
  });

  it("nothing is exported, since half of it would be missing", async () => {
    await isRefused(exportMyData, await signedUp());
  });
});

describe("accounts: taking one's deletion back", () => {
  const { pass } = useStillClock();

  it("leaves nothing of it but a mail and the audit trail", async () => {
    const person = await signedUp();
    await requestDeletion(person);
    assert.deepEqual(await callFresh(keepAccount, person, {}, DAY), {});
    assert.equal(await deletionOf(person), undefined);
    assert.deepEqual(await mailsTo(person.token.email), [
      "deletion-requested",
      "deletion-withdrawn",
    ]);
    assert.deepEqual(await trailOf(person.uid), ["deletion-requested", "deletion-withdrawn"]);
    pass(30 * DAY);
    assert.deepEqual(await sweep(), []);
    assert.ok(await hasAuth(person.uid));
  });

  it("is possible to the last moment, and not once it has begun", async () => {
    const [one, other] = [await signedUp(), await signedUp()];
    await Promise.all([requestDeletion(one), requestDeletion(other)]);
    pass(GRACE);
    assert.deepEqual(await callFresh(keepAccount, one), {});
    assert.deepEqual(await sweep(), ["closing"]);
    await refused(callFresh(keepAccount, other), "permission-denied", "disabled");
    assert.ok(await hasAuth(one.uid));
    assert.equal(await hasAuth(other.uid), false);
  });

  it("is refused where it has not been asked for, or has been taken back", async () => {
    const person = await signedUp();
    await refused(callFresh(keepAccount, person), "failed-precondition", "not-requested");
    await requestDeletion(person);
    await callFresh(keepAccount, person);
    await refused(callFresh(keepAccount, person), "failed-precondition", "not-requested");
    await refused(callFresh(keepAccount, undefined), "unauthenticated", "signed-out");
    assert.equal((await mailsTo(person.token.email)).length, 2);
  });

  it("is refused to who was let in just before the deletion began", async () => {
    const person = await signedUp();
    await requestDeletion(person);
    pass(GRACE);
    const attempt = beforeCommit(
      () => shutOut(person.uid, now()),
      () => callFresh(keepAccount, person),
    );
    await refused(attempt, "failed-precondition", "too-late");
    assert.equal((await deletionOf(person))?.state, "erasing");
    assert.deepEqual(await trailOf(person.uid), ["deletion-requested"]);
  });

  it("takes back nobody else's", async () => {
    const [person, other] = [await signedUp(), await signedUp()];
    await requestDeletion(other);
    await refused(callFresh(keepAccount, person), "failed-precondition", "not-requested");
    const named = callFresh(keepAccount, person, { uid: other.uid });
    await refused(named, "invalid-argument", "invalid-input");
    assert.ok(await deletionOf(other));
  });

  it("six times at once is once: who is too late is told that there is none", async () => {
    const person = await signedUp();
    await requestDeletion(person);
    const ended = await Promise.allSettled(
      Array.from({ length: 6 }, () => callFresh(keepAccount, person)),
    );
    assert.ok(ended.some(({ status }) => status === "fulfilled"));
    for (const end of ended) {
      if (end.status === "rejected") assert.equal(end.reason.details.reason, "not-requested");
    }
    assert.deepEqual(await trailOf(person.uid), ["deletion-requested", "deletion-withdrawn"]);
    assert.equal((await mailsTo(person.token.email)).length, 2);
  });

  for (const [name, code] of Object.entries(LOST)) {
    it(`succeeds, once, where the answer to its commit is lost (${name})`, async () => {
      const person = await signedUp();
      await requestDeletion(person);
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      assert.deepEqual(await callFresh(keepAccount, person), {});
      assert.ok(met());
      assert.deepEqual(await trailOf(person.uid), ["deletion-requested", "deletion-withdrawn"]);
    });
  }

  it("at the moment in which a sweep begins it: one of both, whole", async () => {
    for (let round = 0; round < 6; round++) {
      const person = await signedUp();
      await requestDeletion(person);
      pass(GRACE);
      const [kept, [swept]] = await Promise.all([
        callFresh(keepAccount, person).then(
          () => true,
          () => false,
        ),
        sweep(),
      ]);
      assert.equal(await hasAuth(person.uid), kept);
      assert.equal((await accounts.doc(person.uid).get()).exists, !kept);
      assert.equal((await deletionOf(person))?.state, kept ? undefined : "closing");
      if (!kept) assert.equal(swept, "closing");
    }
  });

  it("and asking again: 14 days from then, under another alias, with mails of its own", async () => {
    const person = await signedUp();
    const first = await requestDeletion(person);
    const { alias } = Deletion.parse(await deletionOf(person));
    pass(DAY);
    await callFresh(keepAccount, person);
    const second = await requestDeletion(person);
    assert.equal(Date.parse(second.dueAt) - Date.parse(first.dueAt), DAY);
    assert.notEqual((await deletionOf(person))?.alias, alias);
    assert.deepEqual(await mailsTo(person.token.email), [
      "deletion-requested",
      "deletion-requested",
      "deletion-withdrawn",
    ]);
    assert.equal((await audit.get()).size, 3);
  });
});
