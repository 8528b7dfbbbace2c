import assert from "node:assert/strict";
import { acceptSiteInvite } from "../../functions/src/content/acceptSiteInvite.ts";
import { purgeSites } from "../../functions/src/content/bin/purge.ts";
import { leaveTeams } from "../../functions/src/content/leaving/leaveTeams.ts";
import { publishArticle } from "../../functions/src/content/publishArticle.ts";
import { serve } from "../../functions/src/content/serving/serve.ts";
import { type SiteRole, teams } from "../../functions/src/content/team/schema.ts";
import { HOUR, now, stamp } from "../../functions/src/core/clock.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { beforeCommit, hookCommits } from "../support/commits.ts";
import { firestore } from "../support/firestore.ts";
import { disable, drop, shutOut, somebody, unconfirm } from "../support/knownPeople.ts";
import { useStillClock } from "../support/time.ts";
import { fill, leftOf } from "./support/fullSite.ts";
import { invited } from "./support/invites.ts";
import { subjectsTo } from "./support/mails.ts";
import { putSite } from "./support/published.ts";
import { openSite, putDraft, siteNow, teamNow } from "./support/sites.ts";

const leave = ({ uid }: Person) => leaveTeams(uid);

describe("content: the sites of somebody who leaves for good", () => {
  const { pass } = useStillClock();
  let owner = customer();
  beforeEach(() => {
    owner = customer();
  });

  const shared = (...others: readonly (readonly [Person, SiteRole])[]) =>
    putSite({ title: "The Long Table", team: [[owner, "owner"], ...others] });
  const rolesAt = async (siteId: string) => (await teamNow(siteId)).roles;

  describe("that others work at", () => {
    it("go to who may do most there, and of those to who came first; all else stays", async () => {
      const ranks = ["reader", "contributor", "author", "editor"] as const;
      for (const most of ranks) {
        const lower = ranks.slice(0, ranks.indexOf(most));
        const [first, second, ...others] = [customer(), customer(), ...lower.map(() => customer())];
        const below = others.map((one, n) => [one, lower[n] as SiteRole] as const);
        const siteId = await shared(...below, [first, most], [second, most]);
        const [team, site] = [await teamNow(siteId), await siteNow(siteId)];
        pass(1);
        await leave(owner);
        const { [owner.uid]: _, ...roles } = team.roles;
        assert.deepEqual(await teamNow(siteId), {
          ...team,
          roles: { ...roles, [first.uid]: "owner" },
          memberIds: team.memberIds.filter((uid) => uid !== owner.uid),
          updatedAt: stamp(),
        });
        assert.deepEqual(await siteNow(siteId), site);
      }
    });

    it("stay as they are where another owns them, too, and nobody is written", async () => {
      const [other, editor] = [await somebody(), await somebody()];
      const siteId = await shared([editor, "editor"], [other, "owner"]);
      await leave(owner);
      assert.deepEqual(await rolesAt(siteId), { [editor.uid]: "editor", [other.uid]: "owner" });
      assert.equal((await mails.get()).size, 0);
    });

    it("are told to who gets them, once, and to nobody else", async () => {
      const [heir, other] = [await somebody(), await somebody()];
      await shared([other, "author"], [heir, "editor"]);
      await Promise.all([leave(owner), leave(owner)]);
      await leave(owner);
      assert.deepEqual(await subjectsTo(heir), ['You own the site "The Long Table" now']);
      assert.equal((await mails.get()).size, 1);
    });

    it("pass over who is shut out, is gone or has not confirmed the address, where there is another", async () => {
      for (const change of [disable, shutOut, unconfirm, drop]) {
        const [first, second, heir] = [await somebody(), await somebody(), await somebody()];
        for (const one of [first, second]) await change(one);
        const siteId = await shared([heir, "reader"], [first, "editor"], [second, "author"]);
        await leave(owner);
        const { uid } = heir;
        const roles = { [uid]: "owner", [first.uid]: "editor", [second.uid]: "author" };
        assert.deepEqual(await rolesAt(siteId), roles);
        assert.equal((await subjectsTo(heir)).length, 1);
        assert.deepEqual([await subjectsTo(first), await subjectsTo(second)], [[], []]);
      }
    });

    it("go to them where there is no other, to who may do most, and nobody is told", async () => {
      for (const change of [disable, shutOut, unconfirm, drop]) {
        const [heir, other] = [await somebody(), await somebody()];
        for (const one of [heir, other]) await change(one);
        const siteId = await shared([other, "reader"], [heir, "author"]);
        await leave(owner);
        assert.deepEqual(await rolesAt(siteId), { [heir.uid]: "owner", [other.uid]: "reader" });
        assert.deepEqual([await subjectsTo(heir), await subjectsTo(other)], [[], []]);
        assert.equal((await siteNow(siteId)).deletedAt, null);
      }
    });

    it("go to the next where the first leaves in the same moment, and that one is told", async () => {
      const [first, next] = [await somebody(), await somebody()];
      const siteId = await shared([first, "editor"], [next, "editor"]);
      await beforeCommit(
        () => leave(first),
        () => leave(owner),
      );
      assert.deepEqual(await rolesAt(siteId), { [next.uid]: "owner" });
      assert.deepEqual([(await subjectsTo(next)).length, await subjectsTo(first)], [1, []]);
    });

    it("keep the last owner where both leave at once, or go to the next; none is without", async () => {
      const [other, heir] = [customer(), customer()];
      const siteId = await shared([other, "owner"], [heir, "contributor"]);
      await Promise.all([leave(owner), leave(other)]);
      assert.deepEqual(await rolesAt(siteId), { [heir.uid]: "owner" });
    });

    it("are handed on once where the answer of the database is lost", async () => {
      const [heir, third] = [await somebody(), customer()];
      const siteId = await shared([heir, "author"], [third, "author"]);
      const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
      await leave(owner);
      assert.ok(lost());
      assert.deepEqual(await rolesAt(siteId), { [heir.uid]: "owner", [third.uid]: "author" });
      assert.equal((await subjectsTo(heir)).length, 1);
    });
  });

  it("of others go on without them", async () => {
    const [editor, reader] = [customer(), customer()];
    const siteId = await shared([editor, "editor"], [reader, "reader"]);
    for (const person of [editor, reader]) await leave(person);
    assert.deepEqual(await rolesAt(siteId), { [owner.uid]: "owner" });
    assert.equal((await siteNow(siteId)).deletedAt, null);
  });

  describe("that are theirs alone", () => {
    it("are taken down at once, and deleted with all that is in them", async () => {
      const site = await openSite();
      const { siteId, owner: last, editor, author, contributor, reader } = site;
      await fill(site);
      for (const one of [editor, author, contributor, reader]) await leave(one);
      assert.equal((await serve(`/sites/${siteId}`)).status, 200);
      const beside = await putSite();
      await leave(last);
      assert.equal((await serve(`/sites/${siteId}`)).status, 410);
      assert.equal((await teams.doc(siteId).get()).exists, false);
      assert.deepEqual((await siteNow(siteId)).deletedAt, stamp());
      assert.ok((await leftOf(siteId)).length > 5);
      pass(HOUR);
      await purgeSites(now(), 10);
      // That there was one, so that nobody gets its address and its readers.
      assert.deepEqual(await leftOf(siteId), ["formerSites"]);
      assert.deepEqual(await leftOf(beside), ["siteTeams", "sites"]);
    });

    it("can't be written to from then on: nothing comes out there any more", async () => {
      const siteId = await shared();
      const articleId = await putDraft(siteId, owner);
      await leave(owner);
      const publish = call(publishArticle, owner, { siteId, articleId, version: 1 });
      await refused(publish, "not-found", "no-such-site");
    });

    it("stay for who joins first; who is later finds no site, not half of one", async () => {
      const guest = customer();
      const siteId = await shared();
      const code = await invited(owner, siteId, guest, "author");
      await beforeCommit(
        () => call(acceptSiteInvite, guest, { code }),
        () => leave(owner),
      );
      assert.deepEqual(await rolesAt(siteId), { [guest.uid]: "owner" });
      assert.equal((await siteNow(siteId)).deletedAt, null);

      const [alone, late] = [await shared(), customer()];
      const other = await invited(owner, alone, late, "author");
      const join = () => call(acceptSiteInvite, late, { code: other });
      await refused(
        // Its count is the first commit, what it is about the second.
        hookCommits(async (n, commit) => {
          if (n === 2) await leave(owner);
          return commit();
        }, join).then(({ failure }) => {
          throw failure;
        }),
        "not-found",
        "no-such-invite",
      );
      assert.ok((await siteNow(alone)).deletedAt);
      assert.equal((await teams.doc(alone).get()).exists, false);
    });
  });
});
