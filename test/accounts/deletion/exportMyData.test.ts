import assert from "node:assert/strict";
import { plain } from "../../../functions/src/accounts/export/plain.ts";
import { exportMyData } from "../../../functions/src/accounts/exportMyData.ts";
import { linkRequests, privateProfiles } from "../../../functions/src/accounts/schema.ts";
import { AuditEntry, audit } from "../../../functions/src/core/audit.ts";
import { DAY, MINUTE, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { type Person, refused } from "../../support/call.ts";
import { documentsHolding } from "../../support/everything.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { namesOf, settle } from "./belongings.ts";
import {
  callFresh,
  changeAuth,
  guest,
  removeAuth,
  requestDeletion,
  signedUp,
  trailOf,
  useHolder,
} from "./support.ts";

const exportFor = (person: Person) => callFresh(exportMyData, person);

/** The paths of all documents of an export. */
const pathsOf = ({ data }: Awaited<ReturnType<typeof exportFor>>): string[] =>
  Object.values(data)
    .flatMap((module) => Object.values(module))
    .flat()
    .map(({ path }) => path)
    .sort();

/** What the server keeps to do its work; nobody reads their own. */
const INTERNAL = /^(accounts|invitations|linkRequests|mail)\/|\/limits\//;

describe("accounts: an export of one's data", () => {
  const { pass } = useStillClock();
  const holder = useHolder();

  it("has all that is kept about the caller, and nothing of anybody else", async () => {
    const people = [await signedUp(), await signedUp()] as const;
    for (const person of people) {
      await settle(person);
      await requestDeletion(person);
      await staff.doc(person.uid).set({ role: "admin", disabled: false });
    }
    for (const [mine, theirs] of [people, people.toReversed()] as [Person, Person][]) {
      const exported = await exportFor(mine);
      const named = await documentsHolding(mine.uid);
      // What was done to them is the house's to know; what they did is in their export.
      const trail = await audit.where("actor", "==", mine.uid).get();
      const own = named.filter((path) => !INTERNAL.test(path) && !path.startsWith("audit/"));
      const found = pathsOf(exported);
      for (const path of own) assert.ok(found.includes(path), `${path} is not in it`);
      if ("core" in exported.data) {
        for (const { ref } of trail.docs) assert.ok(found.includes(ref.path), ref.path);
      }
      assert.ok(own.length >= 5, String(own));
      const text = JSON.stringify(exported);
      for (const word of [theirs.uid, ...Object.values(namesOf(theirs.uid))]) {
        assert.ok(!text.includes(word), `${word} is somebody else's`);
      }
    }
  });

  it("gives documents as they are, by module and name, with their paths", async () => {
    const person = await signedUp();
    await settle(person);
    await requestDeletion(person);
    await staff.doc(person.uid).set({ role: "order_manager", disabled: false });
    const { data, exportedAt } = await exportFor(person);
    assert.equal(exportedAt, now().toISOString());
    const { username, displayName, fullName } = namesOf(person.uid);
    const time = now().toISOString();
    const of = data.accounts ?? {};
    assert.deepEqual(of.profile, [
      {
        path: `users/${person.uid}`,
        document: {
          username,
          displayName,
          bio: `I am ${fullName}`,
          avatar: "",
          createdAt: time,
          updatedAt: time,
        },
      },
    ]);
    assert.deepEqual(
      of.private?.map(({ path }) => path),
      [`users/${person.uid}/private/account`],
    );
    assert.deepEqual(of.username, [
      {
        path: `usernames/${username.toLowerCase()}`,
        document: { uid: person.uid, createdAt: time },
      },
    ]);
    assert.deepEqual(of.role, [
      { path: `staff/${person.uid}`, document: { role: "order_manager", disabled: false } },
    ]);
    assert.deepEqual(
      of.deletion?.map(({ path }) => path),
      [`deletions/${person.uid}`],
    );
  });

  it("has what Firebase Authentication knows", async () => {
    const person = await signedUp({ displayName: "Somebody" });
    const { account } = await exportFor(person);
    const { email } = person.token;
    assert.ok(account);
    const { providers, createdAt, lastSignInAt, ...rest } = account;
    assert.deepEqual(rest, {
      uid: person.uid,
      email,
      emailVerified: true,
      displayName: "Somebody",
      phoneNumber: null,
      photoUrl: null,
    });
    assert.deepEqual(
      providers.map(({ id, email }) => ({ id, email })),
      [{ id: "password", email }],
    );
    assert.match(createdAt, /^\d{4}-\d\d-\d\dT/);
    assert.ok(lastSignInAt === null || /^\d{4}-\d\d-\d\dT/.test(lastSignInAt));
  });

  it("is for those as well whom Authentication does not know any more, and for guests", async () => {
    const [person, one] = [await signedUp(), await guest()];
    await settle(person);
    await removeAuth(person.uid);
    const { account, data } = await exportFor(person);
    assert.equal(account, null);
    assert.equal(data.accounts?.profile?.length, 1);
    const exported = await exportFor(one);
    assert.equal(exported.account?.email, null);
    assert.deepEqual(Object.values(exported.data.accounts ?? {}).flat(), []);
  });

  it("is complete however much there is", async () => {
    const person = await signedUp();
    const times = { times: 1, requestedAt: stamp(), expiresAt: stamp(DAY) };
    const asked = { kind: "reset", email: "a@example.com", uid: person.uid, ...times } as const;
    for (let page = 0; page < 3; page++) {
      const batch = db.batch();
      for (let n = 0; n < 400; n++) batch.create(linkRequests.doc(), asked);
      await batch.commit();
    }
    holder.held = ({ uid }) => ({ asked: linkRequests.where("uid", "==", uid) });
    const { data } = await exportFor(person);
    assert.equal(new Set(data.another?.asked?.map(({ path }) => path)).size, 1200);
  }).timeout(20_000);

  it("names verified addresses alone: what was sent to others may be somebody else's", async () => {
    const person = await signedUp();
    const asked: (readonly string[])[] = [];
    holder.held = ({ emails }) => {
      asked.push(emails);
      return {};
    };
    await exportFor(person);
    await changeAuth(person.uid, { emailVerified: false });
    await exportFor(person);
    assert.deepEqual(asked, [[person.token.email], []]);
  });

  it("is recorded in the audit trail, each time, and once where an answer was lost", async () => {
    const person = await signedUp();
    await exportFor(person);
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    await exportFor(person);
    assert.ok(met());
    assert.deepEqual(await trailOf(person.uid), ["data-exported", "data-exported"]);
    const [entry] = (await audit.get()).docs;
    assert.equal(AuditEntry.parse(entry?.data()).actor, person.uid);
  });

  it("holds nothing that JSON can't", async () => {
    const path = privateProfiles("a-uid").doc("account");
    const time = stamp();
    assert.deepEqual(
      plain({
        text: "ü",
        numbers: [0, -1.5, Number.NaN, Number.POSITIVE_INFINITY],
        time,
        path,
        bytes: Buffer.from("ab"),
        nothing: null,
        yes: true,
        nested: [{ at: time }],
      }),
      {
        text: "ü",
        numbers: [0, -1.5, "NaN", "Infinity"],
        time: time.toDate().toISOString(),
        path: "users/a-uid/private/account",
        bytes: "YWI=",
        nothing: null,
        yes: true,
        nested: [{ at: time.toDate().toISOString() }],
      },
    );
  });

  it("has an instance to itself: two of 24 MiB do not fit into the memory of one", () => {
    const { __endpoint } = exportMyData as unknown as { __endpoint: { concurrency: number } };
    assert.equal(__endpoint.concurrency, 1);
  });

  describe("is refused", () => {
    it("to nobody, and to who signed in more than five minutes ago; nothing is recorded", async () => {
      const person = await signedUp();
      await refused(callFresh(exportMyData, undefined), "unauthenticated", "signed-out");
      const old = callFresh(exportMyData, person, {}, 5 * MINUTE + SECOND);
      await refused(old, "failed-precondition", "recent-sign-in-required");
      assert.equal((await audit.get()).size, 0);
      await callFresh(exportMyData, person, {}, 4 * MINUTE);
    });

    it("for any input, somebody else's uid above all", async () => {
      const [person, other] = [await signedUp(), await signedUp()];
      for (const input of [{ uid: other.uid }, [], "all", null]) {
        const attempt = callFresh(exportMyData, person, input);
        await refused(attempt, "invalid-argument", "invalid-input");
      }
    });

    it("more than five times a day, the ones at once too", async () => {
      const person = await signedUp();
      const ended = await Promise.allSettled(Array.from({ length: 7 }, () => exportFor(person)));
      assert.equal(ended.filter(({ status }) => status === "fulfilled").length, 5);
      await refused(exportFor(person), "resource-exhausted", "too-many-requests");
      assert.equal((await trailOf(person.uid)).length, 5);
      pass(DAY);
      await exportFor(person);
    });

    it("where it would be over 24 MiB, and tells so", async () => {
      const person = await signedUp();
      const thing = db.doc("things/large");
      // Six bytes of JSON for each of Firestore's: four of these are a little under 24 MiB.
      await thing.set({ text: "\u0001".repeat(1_048_000) });
      const times = (n: number) => () =>
        Object.fromEntries(Array.from({ length: n }, (_, index) => [`thing ${index}`, thing]));
      holder.held = times(5);
      await refused(exportFor(person), "failed-precondition", "too-large-to-export");
      holder.held = times(4);
      const { data } = await exportFor(person);
      assert.equal(Object.keys(data.another ?? {}).length, 4);
    });
  });
});
