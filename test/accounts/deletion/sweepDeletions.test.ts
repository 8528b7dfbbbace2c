import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { GRACE } from "../../../functions/src/accounts/deleteAccount.ts";
import { sweepDeletions } from "../../../functions/src/accounts/deletion/sweepDeletions.ts";
import { keepAccount } from "../../../functions/src/accounts/keepAccount.ts";
import { Deletion, deletions, profiles } from "../../../functions/src/accounts/schema.ts";
import { Account, accounts } from "../../../functions/src/core/accounts.ts";
import { AuditEntry, audit } from "../../../functions/src/core/audit.ts";
import { DAY, HOUR, MINUTE, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { limitsOf } from "../../../functions/src/core/limits.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { type Person, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { useStillClock } from "../../support/time.ts";
import {
  callFresh,
  changeAuth,
  deletionOf,
  guest,
  hasAuth,
  mailsTo,
  removeAuth,
  requestDeletion,
  sendMails,
  signedUp,
  sweep,
  sweepToTheEnd,
  trailOf,
  useHolder,
} from "./support.ts";

const TOKENS = 70 * MINUTE;

/** What somebody is written when they have asked for it: that mail may be gone, or not yet. */
const newsTo = async (address: string): Promise<string[]> =>
  (await mailsTo(address)).filter((event) => event !== "deletion-requested");

/** How often the audit trail has that the account was deleted. */
const timesRecorded = async (alias: string): Promise<number> =>
  (await trailOf(alias)).filter((action) => action === "account-deleted").length;

describe("accounts: deletions", () => {
  const { pass } = useStillClock();
  const holder = useHolder();

  /** Somebody whose days of grace are over now. */
  async function leaving<P extends Person>(person: P): Promise<P> {
    await requestDeletion(person);
    pass(GRACE);
    return person;
  }
  const accountOf = async ({ uid }: Person) => (await accounts.doc(uid).get()).data();

  it("begin when the 14 days are over, to the second, and not before", async () => {
    const person = await signedUp();
    await requestDeletion(person);
    pass(GRACE - SECOND);
    assert.deepEqual(await sweep(), []);
    assert.equal((await deletionOf(person))?.state, "requested");
    assert.ok(await hasAuth(person.uid));
    pass(SECOND);
    assert.deepEqual(await sweep(), ["closing"]);
    assert.equal(await hasAuth(person.uid), false);
  });

  it("shut the account out before anything is erased, whatever token it has", async () => {
    const person = await leaving(await signedUp());
    let atErasure: Account | undefined;
    holder.erase = async () => {
      atErasure = await accountOf(person);
      assert.equal(await hasAuth(person.uid), false);
      return "erased";
    };
    await sweep();
    assert.equal(Account.parse(atErasure).disabled, true);
    assert.equal(atErasure?.validAfter, Math.floor(now().getTime() / SECOND));
    await refused(callFresh(keepAccount, person), "permission-denied", "disabled");
  });

  it("keep what the server knew of the account until its end, and tell Authentication nothing more", async () => {
    const person = await signedUp();
    const known = { disabled: false, validAfter: 5, email: "former@example.com", seenSince: 7 };
    await accounts.doc(person.uid).set({ ...known, syncAt: stamp() });
    await leaving(person);
    await sweep();
    const validAfter = Math.floor(now().getTime() / SECOND);
    assert.deepEqual(await accountOf(person), { ...known, disabled: true, validAfter });
    assert.deepEqual((await deletionOf(person))?.emails, [person.token.email, known.email]);
  });

  it("end 70 minutes later, when no token is alive: then all is gone but the audit trail", async () => {
    const person = await leaving(await signedUp());
    await sweep();
    await sendMails();
    pass(TOKENS - SECOND);
    assert.deepEqual(await sweep(), []);
    assert.ok(await accountOf(person));
    pass(SECOND);
    assert.deepEqual(await sweep(), ["deleted"]);
    assert.equal(await accountOf(person), undefined);
    assert.equal(await deletionOf(person), undefined);
    assert.equal((await limitsOf(person.uid).get()).size, 0);
    assert.equal((await mails.get()).size, 0);
    assert.deepEqual(await sweep(), []);
  });

  it("are told to the person, once, and to the audit trail under the alias", async () => {
    const person = await leaving(await signedUp());
    const { alias } = Deletion.parse(await deletionOf(person));
    await Promise.all([sweep(), sweep(), sweep()]);
    assert.deepEqual(await newsTo(person.token.email), ["account-deleted"]);
    assert.equal(await timesRecorded(alias), 1);
    const [entry] = (await audit.where("action", "==", "account-deleted").get()).docs;
    assert.equal(AuditEntry.parse(entry?.data()).actor, alias);
  });

  it("of guests need no address", async () => {
    const person = await leaving(await guest());
    assert.deepEqual(await sweep(), ["closing"]);
    assert.equal(await hasAuth(person.uid), false);
    assert.equal((await mails.get()).size, 0);
    pass(TOKENS);
    assert.deepEqual(await sweep(), ["deleted"]);
  });

  it("go on where the account at Firebase Authentication is gone already", async () => {
    const person = await leaving(await signedUp());
    await removeAuth(person.uid);
    assert.deepEqual(await sweep(), ["closing"]);
    assert.deepEqual(await newsTo(person.token.email), ["account-deleted"]);
  });

  it("gather the addresses that the account has had, the present one first", async () => {
    const person = await leaving(await signedUp());
    const changed = `new-${person.token.email}`;
    await changeAuth(person.uid, { email: changed, emailVerified: true });
    const asked: unknown[] = [];
    const { alias } = Deletion.parse(await deletionOf(person));
    holder.erase = async (whom) => {
      asked.push(whom);
      return "erased";
    };
    await sweep();
    const emails = [changed, person.token.email];
    assert.deepEqual(asked, [{ uid: person.uid, alias, emails }]);
    assert.deepEqual(await newsTo(changed), ["account-deleted"]);
  });

  it("leave alone what is of another account's address, though it was this one's", async () => {
    const person = await leaving(await signedUp());
    await changeAuth(person.uid, { email: `new-${person.token.email}` });
    const heir = await signedUp();
    await changeAuth(heir.uid, { email: person.token.email });
    let emails: readonly string[] = [];
    holder.erase = async (whom) => {
      emails = whom.emails;
      return "erased";
    };
    await sweep();
    assert.deepEqual(emails, [`new-${person.token.email}`]);
    assert.ok(await hasAuth(heir.uid));
  });

  it("are not told to whom the address belongs by then", async () => {
    const person = await leaving(await signedUp());
    holder.erase = async () => "later";
    await sweep();
    await signedUp({ email: person.token.email });
    holder.erase = async () => "erased";
    pass(DAY);
    assert.deepEqual(await sweep(), ["closing"]);
    assert.deepEqual(await newsTo(person.token.email), []);
  });

  it("of who has become staff meanwhile are dropped, and that is recorded", async () => {
    const person = await leaving(await signedUp());
    await staff.doc(person.uid).set({ role: "order_manager", disabled: false });
    assert.deepEqual(await sweep(), ["dropped"]);
    assert.equal(await deletionOf(person), undefined);
    assert.equal(await accountOf(person), undefined);
    assert.ok(await hasAuth(person.uid));
    assert.deepEqual(await trailOf(person.uid), ["deletion-dropped", "deletion-requested"]);
    assert.deepEqual(await newsTo(person.token.email), []);
  });

  it("take the role along that was given in the very moment", async () => {
    const person = await leaving(await signedUp());
    await beforeCommit(
      () => staff.doc(person.uid).set({ role: "order_manager", disabled: false }),
      sweep,
    );
    assert.equal(await hasAuth(person.uid), false);
    assert.equal((await staff.doc(person.uid).get()).exists, false);
  });

  describe("of which something has to be left for now", () => {
    it("are met again each day, and told of when all is gone", async () => {
      const person = await leaving(await signedUp());
      holder.erase = async () => "later";
      for (let days = 0; days < 3; days++) {
        assert.deepEqual(await sweep(), ["later"]);
        assert.equal((await deletionOf(person))?.state, "erasing");
        pass(DAY - SECOND);
        assert.deepEqual(await sweep(), []);
        pass(SECOND);
      }
      assert.equal(await hasAuth(person.uid), false);
      assert.equal((await accountOf(person))?.disabled, true);
      assert.deepEqual(await newsTo(person.token.email), []);
      holder.erase = async () => "erased";
      assert.deepEqual(await sweep(), ["closing"]);
      assert.deepEqual(await newsTo(person.token.email), ["account-deleted"]);
    });

    it("also when it turns up after the person was told: an hour later, with no other mail", async () => {
      const person = await leaving(await signedUp());
      await sweep();
      await sendMails();
      pass(TOKENS);
      holder.erase = async () => "later";
      assert.deepEqual(await sweep(), ["later"]);
      assert.ok(await accountOf(person));
      pass(HOUR - SECOND);
      holder.erase = async () => "erased";
      assert.deepEqual(await sweep(), []);
      pass(SECOND);
      assert.deepEqual(await sweep(), ["deleted"]);
      assert.equal((await mails.get()).size, 0);
      assert.equal((await audit.where("action", "==", "account-deleted").get()).size, 1);
    });

    it("wait for their mails an hour at a time, and take those that are sent", async () => {
      const person = await leaving(await signedUp());
      await sweep();
      pass(TOKENS);
      assert.deepEqual(await sweep(), ["later"]);
      assert.ok(await accountOf(person));
      pass(HOUR - SECOND);
      await sendMails();
      assert.deepEqual(await sweep(), []);
      pass(SECOND);
      assert.deepEqual(await sweep(), ["deleted"]);
      assert.equal((await mails.get()).size, 0);
    });
  });

  it("erase once more at the end what was written behind the first time", async () => {
    const person = await leaving(await signedUp());
    await sweep();
    await sendMails();
    await profiles.doc(person.uid).set({
      username: "Straggler",
      displayName: "A straggler",
      bio: "",
      avatar: "",
      createdAt: stamp(),
      updatedAt: stamp(),
    });
    pass(TOKENS);
    assert.deepEqual(await sweep(), ["deleted"]);
    assert.equal((await profiles.doc(person.uid).get()).exists, false);
  });

  describe("that fail", () => {
    const failing = (uid: string) => {
      holder.erase = async (person) => {
        if (person.uid === uid) throw new Error("the disk is full");
        return "erased";
      };
    };

    it("are logged, stop no other, and go on an hour later", async () => {
      const [bad, good] = [await signedUp(), await signedUp()];
      await requestDeletion(bad);
      pass(SECOND);
      await leaving(good);
      failing(bad.uid);
      logs.length = 0;
      assert.deepEqual(await sweep(), ["failed", "closing"]);
      const [line] = logs.filter(({ severity }) => severity === "ERROR");
      assert.equal(line?.path, `deletions/${bad.uid}`);
      assert.ok(!JSON.stringify(logs).includes("@"), "an address in the log");
      assert.equal((await deletionOf(bad))?.state, "erasing");
      assert.deepEqual(await newsTo(bad.token.email), []);
      pass(HOUR);
      holder.erase = async () => "erased";
      assert.deepEqual(await sweep(), ["closing"]);
      assert.deepEqual(await newsTo(bad.token.email), ["account-deleted"]);
    });

    it("don't stand in the way of others when they are many", async () => {
      const bad = [await signedUp(), await signedUp()];
      for (const person of bad) await requestDeletion(person);
      pass(SECOND);
      const good = await leaving(await signedUp());
      holder.erase = async ({ uid }) => {
        if (uid !== good.uid) throw new Error("the disk is full");
        return "erased";
      };
      assert.deepEqual(await sweepDeletions(now(), 2), ["failed", "failed"]);
      assert.deepEqual(await sweepDeletions(now(), 2), ["closing"]);
    });

    it("for one module are erased in the others all the same", async () => {
      const person = await leaving(await signedUp());
      await profiles.doc(person.uid).set({
        username: "Somebody",
        displayName: "Somebody",
        bio: "",
        avatar: "",
        createdAt: stamp(),
        updatedAt: stamp(),
      });
      failing(person.uid);
      assert.deepEqual(await sweep(), ["failed"]);
      assert.equal((await profiles.doc(person.uid).get()).exists, false);
    });
  });

  it("are taken oldest first, no more than is said, and cost one read where there are none", async () => {
    const people = [];
    for (let n = 0; n < 3; n++) {
      people.push(await signedUp());
      await requestDeletion(people[n]!);
      pass(SECOND);
    }
    pass(GRACE);
    assert.deepEqual(await sweepDeletions(now(), 2), ["closing", "closing"]);
    const states = await Promise.all(people.map(async (one) => (await deletionOf(one))?.state));
    assert.deepEqual(states, ["closing", "closing", "requested"]);
    assert.deepEqual(await sweep(), ["closing"]);
    const bill = await firestore.costOf(sweep);
    assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
  });

  it("do no harm when several sweeps meet them at every step", async () => {
    const people = await Promise.all(Array.from({ length: 4 }, () => signedUp()));
    await Promise.all(people.map(requestDeletion));
    pass(GRACE);
    const first = await Promise.all([sweep(), sweep(), sweep()]);
    assert.ok(!first.flat().includes("failed"));
    for (const person of people) {
      assert.equal((await deletionOf(person))?.state, "closing");
      assert.deepEqual(await newsTo(person.token.email), ["account-deleted"]);
    }
    await sendMails();
    pass(TOKENS);
    const last = await Promise.all([sweep(), sweep(), sweep()]);
    assert.ok(!last.flat().includes("failed"), String(last));
    assert.equal((await deletions.get()).size, 0);
    assert.equal((await accounts.get()).size, 0);
    assert.equal((await mails.get()).size, 0);
    assert.equal((await audit.where("action", "==", "account-deleted").get()).size, 4);
  });

  it("are not ended early by a sweep that has found them before they were closing", async () => {
    const person = await leaving(await signedUp());
    let again: unknown;
    holder.erase = async () => {
      holder.erase = async () => "erased";
      // Another sweep overtakes this one.
      again = await sweep();
      return "erased";
    };
    assert.deepEqual(await sweep(), ["closing"]);
    assert.deepEqual(again, ["closing"]);
    assert.equal((await accountOf(person))?.disabled, true);
    assert.equal((await deletionOf(person))?.state, "closing");
  });

  it("are not ended early by a sweep that gets to them when another has been there", async () => {
    const people = [];
    for (let n = 0; n < 5; n++) people.push(await signedUp());
    for (const person of people) await requestDeletion(person);
    pass(GRACE);
    const isOther = new AsyncLocalStorage<true>();
    let overtaken: Promise<unknown> | undefined;
    holder.erase = async () => {
      if (isOther.getStore()) return "erased";
      overtaken ??= isOther.run(true, () => sweep().then(sendMails));
      await overtaken;
      return "erased";
    };
    const outcomes = await sweep();
    assert.ok(outcomes.includes("not-due"), String(outcomes));
    for (const person of people) assert.equal((await accountOf(person))?.disabled, true);
  });

  it("are not put off by a sweep that another has overtaken", async () => {
    const person = await leaving(await signedUp());
    holder.erase = async () => {
      holder.erase = async () => "erased";
      await sweep();
      return "later";
    };
    assert.deepEqual(await sweep(), ["later"]);
    await sendMails();
    pass(TOKENS);
    assert.deepEqual(await sweep(), ["deleted"]);
    assert.equal(await deletionOf(person), undefined);
  });

  for (const moment of ["before", "after"] as const) {
    it(`end as they should when a sweep is killed ${moment} any of its commits`, async () => {
      for (const step of ["erasing", "closing"]) {
        for (let n = 1; ; n++) {
          const person = await leaving(await signedUp());
          await profiles.doc(person.uid).set({
            username: "Somebody",
            displayName: "Somebody",
            bio: "",
            avatar: "",
            createdAt: stamp(),
            updatedAt: stamp(),
          });
          const { alias } = Deletion.parse(await deletionOf(person));
          if (step === "closing") {
            await sweep();
            await sendMails();
            pass(TOKENS);
          }
          const died = await dyingAt(n, moment, sweep);
          await sweepToTheEnd(pass);
          assert.equal(await hasAuth(person.uid), false);
          assert.equal(await accountOf(person), undefined);
          assert.equal((await profiles.doc(person.uid).get()).exists, false);
          assert.equal((await limitsOf(person.uid).get()).size, 0);
          assert.equal((await mails.get()).size, 0);
          assert.equal(await timesRecorded(alias), 1);
          if (!died) {
            assert.ok(n > 2, `${step} takes ${n - 1} commits`);
            break;
          }
        }
      }
    }).timeout(60_000);
  }

  it("send the last mail once, wherever the sweep was killed", async () => {
    for (let n = 1; ; n++) {
      const person = await leaving(await signedUp());
      const died = await dyingAt(n, "after", sweep);
      pass(HOUR);
      await sweep();
      assert.deepEqual(await newsTo(person.token.email), ["account-deleted"]);
      await sendMails();
      await sweepToTheEnd(pass);
      if (!died) break;
    }
  });

  for (const code of [4, 13, 14]) {
    it(`go on where the answers to commits are lost (code ${code})`, async () => {
      const person = await leaving(await signedUp());
      const met = [1, 2].map(() =>
        firestore.inject({ method: "Commit", kind: "lost-answer", code }),
      );
      // Where nobody decides, but deletes and is not heard of, it goes on an hour later.
      const [outcome] = await sweep();
      if (outcome === "failed") {
        pass(HOUR);
        assert.deepEqual(await sweep(), ["closing"]);
      }
      assert.ok(met.every((happened) => happened()));
      assert.deepEqual(await newsTo(person.token.email), ["account-deleted"]);
    });
  }
});
