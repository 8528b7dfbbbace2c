import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { acceptSiteInvite } from "../../../functions/src/content/acceptSiteInvite.ts";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import { inviteOf, MAX_MEMBERS, teams } from "../../../functions/src/content/team/schema.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call, customer, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { invited, inviteNow } from "../support/invites.ts";
import { type OpenSite, openSite, teamFields, teamNow } from "../support/sites.ts";

/** What each of these came to: the role, or the reason of the refusal; in alphabetical order. */
const outcomes = async (attempts: Promise<{ role: string }>[]): Promise<string[]> => {
  const all = attempts.map((one) => one.then(({ role }) => role, reasonOf));
  return (await Promise.all(all)).map(String).sort();
};

describe("content: joining a team, while others do something too", () => {
  useStillClock();
  let site: OpenSite;
  let guest: ReturnType<typeof customer>;
  beforeEach(async () => {
    [site, guest] = [await openSite(), customer()];
  });

  const inviteAll = async (people: ReturnType<typeof customer>[]) => {
    const codes: string[] = [];
    for (const person of people) codes.push(await invited(site.owner, site.siteId, person));
    return () =>
      outcomes(people.map((one, n) => call(acceptSiteInvite, one, { code: codes[n] ?? "" })));
  };

  it("is one membership where somebody comes five times at once", async () => {
    const code = await invited(site.owner, site.siteId, guest);
    const attempts = Array.from({ length: 5 }, () => call(acceptSiteInvite, guest, { code }));
    assert.deepEqual(await outcomes(attempts), Array(5).fill("author"));
    assert.equal((await teamNow(site.siteId)).memberIds.length, 6);
  });

  it("is for one of five accounts with the same address", async () => {
    const code = await invited(site.owner, site.siteId, guest);
    const accounts = Array.from({ length: 5 }, () => ({ ...guest, uid: randomUUID() }));
    const attempts = accounts.map((one) => call(acceptSiteInvite, one, { code }));
    assert.deepEqual(await outcomes(attempts), ["author", ...Array(4).fill("invite-used")]);
    assert.equal((await teamNow(site.siteId)).memberIds.length, 6);
  });

  it("brings all of ten who come at once, and one of two where there are 49", async () => {
    const ten = Array.from({ length: 10 }, customer);
    assert.deepEqual(await (await inviteAll(ten))(), Array(10).fill("author"));
    assert.equal((await teamNow(site.siteId)).memberIds.length, 15);
    const two = [customer(), customer()];
    const come = await inviteAll(two);
    const others = Array.from({ length: MAX_MEMBERS - 2 }, (_, n) => [`m-${n}`, "reader"] as const);
    const roles = { [site.owner.uid]: "owner" as const, ...Object.fromEntries(others) };
    await teams.doc(site.siteId).set(teamFields(roles));
    assert.deepEqual(await come(), ["author", "too-many-members"]);
    const uses = two.map(async ({ token }) => (await inviteNow(site.siteId, token.email)).accepted);
    assert.deepEqual((await Promise.all(uses)).sort(), [false, true]);
  });

  describe("keeps what others do between its reading and its writing:", () => {
    let code = "";
    beforeEach(async () => {
      code = await invited(site.owner, site.siteId, guest);
    });

    /** The first commit is the count of calls. */
    const meanwhile = (work: () => Promise<unknown>) =>
      beforeCommit(work, () => call(acceptSiteInvite, guest, { code }), 2);

    it("somebody removed, and another's role changed", async () => {
      const { siteId, owner, editor } = site;
      const roles = { [owner.uid]: "owner", [editor.uid]: "reader" } as const;
      await meanwhile(() => teams.doc(siteId).set(teamFields(roles)));
      assert.deepEqual((await teamNow(siteId)).roles, { ...roles, [guest.uid]: "author" });
    });

    for (const [what, work] of Object.entries({
      "the site taken down": () => call(deleteSite, site.owner, { siteId: site.siteId }),
      "the invitation taken back": () => inviteOf(site.siteId, guest.token.email).delete(),
      "who invited them owner no more": () => {
        const { owner, editor } = site;
        const roles = { [editor.uid]: "owner", [owner.uid]: "editor" } as const;
        return teams.doc(site.siteId).set(teamFields(roles));
      },
      "the invitation made anew, as reader": () =>
        invited(site.owner, site.siteId, guest, "reader"),
    })) {
      it(`${what}: then nobody joins by it`, async () => {
        await refused(meanwhile(work), "not-found", "no-such-invite");
        const team = (await teams.doc(site.siteId).get()).data();
        assert.ok(!team?.memberIds.includes(guest.uid));
      });
    }
  });

  it("happens once where the answers of the database are lost, or who came dies", async () => {
    const { siteId, owner } = site;
    const fault = { method: "Commit", kind: "lost-answer", code: 14 } as const;
    const code = await invited(owner, siteId, guest);
    const lost = [firestore.inject(fault), firestore.inject(fault)];
    assert.deepEqual(await call(acceptSiteInvite, guest, { code }), { siteId, role: "author" });
    assert.ok(lost.every((happened) => happened()));
    const killed = customer();
    const other = await invited(owner, siteId, killed, "reader");
    for (const moment of ["before", "after"] as const) {
      const accept = () => call(acceptSiteInvite, killed, { code: other });
      assert.ok(await dyingAt(2, moment, accept));
      const { accepted } = await inviteNow(siteId, killed.token.email);
      const isIn = (await teamNow(siteId)).memberIds.includes(killed.uid);
      assert.deepEqual([accepted, isIn], moment === "after" ? [true, true] : [false, false]);
    }
    assert.equal((await call(acceptSiteInvite, killed, { code: other })).role, "reader");
    assert.equal((await teamNow(siteId)).memberIds.length, 7);
  });
});
