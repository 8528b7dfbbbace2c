import assert from "node:assert/strict";
import { FirebaseError } from "firebase/app";
import { getDoc, getDocs, limit, type Query, query } from "firebase/firestore";
import { accountsDocuments } from "../../client/src/accounts.ts";
import { KindlingError } from "../../client/src/errors.ts";
import { type Introduction, savingProfile } from "../../client/src/profile.ts";
import { denied, guardedApp } from "../support/rules.ts";
import { past } from "../support/rulesShape.ts";
import { namesIn } from "./support/names.ts";
import { deletion, named, privateProfile, standing } from "./support/rulesDocuments.ts";

const words = { displayName: "Ada", bio: "Weaves.", avatar: "" };

/** The refusal that `attempt` ends in: its code and reason. */
const refusal = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => assert.fail("it was saved"),
    (error) => {
      assert.ok(error instanceof KindlingError, String(error));
      return `${error.code}/${error.reason}: ${error.message}`;
    },
  );

describe("accounts: saving a profile", () => {
  const guards = guardedApp("save-profile", {
    ...named("other-customer", "Berta"),
    ...named("customer", "Ada"),
  });
  const { as, asNewcomer } = guards;
  const profileOf = async (uid: string) =>
    (await getDoc(accountsDocuments(as("nobody")).profile(uid))).data();

  it("takes a first name, changes it, respells it, and keeps the time it began", async () => {
    const save = savingProfile(asNewcomer("new"));
    await save("new", { ...words, username: "Newcomer" });
    const first = await profileOf("new");
    for (const username of ["Settled", "SETTLED", "Settled"]) {
      await save("new", { ...words, username, bio: username });
      const { createdAt, updatedAt, ...rest } = (await profileOf("new")) ?? assert.fail();
      assert.deepEqual(rest, { ...words, username, bio: username });
      assert.equal(createdAt.valueOf(), first?.createdAt.valueOf());
      assert.ok(updatedAt.valueOf() > createdAt.valueOf());
      assert.equal((await namesIn(guards)).get("new"), username);
    }
    const freed = await getDoc(accountsDocuments(as("nobody")).username("NEWCOMER"));
    assert.equal(freed.exists(), false);
  });

  it("says of a name that it is taken, however it is spelt", async () => {
    const save = savingProfile(as("customer"));
    for (const username of ["Berta", "BERTA"]) {
      assert.equal(
        await refusal(save("customer", { ...words, username })),
        "already-exists/username-taken: Username is taken.",
      );
    }
    assert.equal((await profileOf("customer"))?.username, "Ada");
  });

  it("says what is wrong with a name that nobody can have, a path included", async () => {
    const save = savingProfile(as("customer"));
    const said = (username: string) => refusal(save("customer", { ...words, username }));
    assert.equal(await said("Admin"), "invalid-argument/invalid-username: Username is reserved.");
    for (const username of ["", "a/b", "ab", "\u212Aim"]) {
      assert.match(await said(username), /^invalid-argument\/invalid-username: Username must be 3/);
    }
  });

  it("leaves to the rules what they refuse, and saves none of it", async () => {
    const refused = async (attempt: Promise<void>) => {
      await assert.rejects(attempt, FirebaseError);
      await denied(attempt, undefined, /maximum of/);
    };
    const free = { ...words, username: "Free" };
    await refused(savingProfile(as("guest"))("guest", free));
    await refused(savingProfile(as("shut-out"))("shut-out", free));
    await refused(savingProfile(as("customer"))("somebody-else", free));
    const own = savingProfile(as("customer"));
    await refused(own("customer", { ...free, bio: "Write to ada@example.com" }));
    await refused(own("customer", { ...free, avatar: "https://example.com/x" }));
    assert.equal((await namesIn(guards)).get("customer"), "Ada");
  });

  it("carries nothing but what a profile holds", async () => {
    const more = { ...words, username: "Modest", role: "admin", email: "a@example.com" };
    const introduction: Introduction = more;
    await savingProfile(asNewcomer("modest"))("modest", introduction);
    const { createdAt, updatedAt, ...rest } = (await profileOf("modest")) ?? assert.fail();
    assert.deepEqual(rest, { ...words, username: "Modest" });
  });
});

describe("accounts: the documents of an app", () => {
  const { as } = guardedApp("accounts-documents", {
    ...named("customer", "Ada"),
    "users/customer/private/account": standing(privateProfile()),
    "deletions/customer": deletion("customer"),
    "audit/earlier": { action: "a", actor: "admin", subject: "s", at: past },
  });

  it("are found by the people they are about", async () => {
    const own = accountsDocuments(as("customer"));
    assert.equal((await getDoc(own.profile("customer"))).data()?.username, "Ada");
    assert.equal((await getDoc(own.username("ADA"))).data()?.uid, "customer");
    assert.equal((await getDoc(own.privateProfile("customer"))).data()?.fullName, "Ada Weaver");
    assert.equal((await getDoc(own.deletion("customer"))).data()?.state, "requested");
    assert.equal((await getDoc(own.staffMember("customer"))).exists(), false);
  });

  it("are leafed through by admins", async () => {
    const { profiles, usernames, accounts, deletions, staff, newestAudit } = accountsDocuments(
      as("admin"),
    );
    for (const all of [profiles, usernames, accounts, deletions, staff]) {
      assert.ok((await getDocs(query(all as Query, limit(50)))).size > 0, all.path);
      await denied(getDocs(query(all as Query, limit(51))));
    }
    assert.equal((await getDocs(newestAudit())).docs[0]?.id, "earlier");
  });
});
