import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { purgeSites } from "../../functions/src/content/bin/purge.ts";
import { commentersOf, commentsOf } from "../../functions/src/content/comments/schema.ts";
import { FORMER } from "../../functions/src/content/leaving/forgetWriting.ts";
import { personalData as content } from "../../functions/src/content/personalData.ts";
import {
  draftsOf,
  favoritesOf,
  followsOf,
  formerSites,
  revisionsOf,
} from "../../functions/src/content/schema.ts";
import { inviteOf, invitesOf, teams } from "../../functions/src/content/team/schema.ts";
import { HOUR, now, stamp } from "../../functions/src/core/clock.ts";
import { deliver } from "../../functions/src/core/mail/deliver.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { personalData as core } from "../../functions/src/core/ownData.ts";
import { personalDataHolders } from "../../functions/src/core/personalData.ts";
import "../../functions/src/index.ts";
import { customer } from "../support/call.ts";
import { dyingAt } from "../support/commits.ts";
import { documentsHolding, everyDocument } from "../support/everything.ts";
import { firestore } from "../support/firestore.ts";
import { useOutbox } from "../support/mail.ts";
import { busy, busyBefore, bylineOf, type Past, sendInvitations, shownOf } from "./support/past.ts";
import { articleNow, draftNow, siteNow, teamNow } from "./support/sites.ts";

/** Somebody, and what stands for them when they are gone. */
function somebody() {
  const person = customer();
  const { uid, token } = person;
  return { ...person, leaving: { uid, emails: [token.email], alias: `deleted-${randomUUID()}` } };
}
type Leaving = ReturnType<typeof somebody>;

const namesOf = (person: Leaving): string[] => [person.uid, person.token.email, bylineOf(person)];

describe("content: what it keeps about people", function () {
  this.timeout(60_000);
  const { pass } = useOutbox();

  /** As somebody leaves: what core keeps, and what content does. */
  const erase = async ({ leaving }: Leaving): Promise<string> => {
    await core.erase(leaving);
    return content.erase(leaving);
  };

  /** How it is in the end, whatever happened on the way. */
  async function assertGone(person: Leaving, of: Past): Promise<void> {
    const { alias } = person.leaving;
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
    assert.equal((await teams.doc(of.alone).get()).exists, false);
    assert.ok((await siteNow(of.alone)).deletedAt);
    const [shared, joined] = [await teamNow(of.shared), await teamNow(of.joined)];
    assert.deepEqual(shared.roles, { [of.author.uid]: "owner", [of.reader.uid]: "reader" });
    assert.deepEqual(joined.roles, { [of.host.uid]: "owner", [of.author.uid]: "author" });
    for (const siteId of [of.shared, of.joined, of.former]) {
      const [made, saved] = [of.made[siteId] ?? "", of.saved[siteId] ?? ""];
      const article = await articleNow(siteId, made);
      assert.deepEqual(
        [article.authorId, article.byline, article.published],
        [alias, FORMER, true],
      );
      const [theirs, hosts] = [await draftNow(siteId, made), await draftNow(siteId, saved)];
      assert.deepEqual(
        [theirs.authorId, theirs.byline, theirs.updatedBy, theirs.version],
        [alias, FORMER, of.host.uid, 3],
      );
      assert.deepEqual(
        [hosts.authorId, hosts.byline, hosts.updatedBy],
        [of.host.uid, "Ada Oven", alias],
      );
      const revisions = (await revisionsOf(siteId, made).get()).docs.map((one) => one.data());
      assert.deepEqual(
        revisions.map(({ byline, savedBy }) => [byline, savedBy]),
        [
          [FORMER, alias],
          [FORMER, of.host.uid],
        ],
      );
      const [kept] = (await revisionsOf(siteId, saved).get()).docs;
      assert.deepEqual([kept?.data().byline, kept?.data().savedBy], ["Ada Oven", alias]);
      const said = (await commentsOf(siteId, saved).get()).docs.map((one) => one.data().authorId);
      assert.deepEqual(said, [of.reader.uid]);
      const { likes, comments } = await articleNow(siteId, saved);
      assert.deepEqual([likes, comments], [1, await shownOf(siteId, saved)]);
      assert.equal((await siteNow(siteId)).followers, 1);
      const marks = (await commentersOf(siteId).get()).docs.map(({ id }) => id);
      assert.deepEqual(marks, [of.reader.uid]);
    }
    const [invite] = (await invitesOf(of.shared).get()).docs;
    assert.deepEqual([invite?.data().email, invite?.data().invitedBy], [of.friend, alias]);
    const [once] = (await invitesOf(of.former).get()).docs;
    assert.equal(once?.data().invitedBy, alias);
    assert.equal((await invitesOf(of.joined).get()).size, 0);
  }

  it("is declared", () => assert.equal(personalDataHolders().get("content"), content));

  it("is theirs to take along: every document that names them, but for whom they have invited, and drafts of teams that they have left", async () => {
    const [person, other] = [somebody(), somebody()];
    const past = await busyBefore(person);
    await busyBefore(other);
    const held: Record<string, string[]> = {};
    for (const [name, source] of Object.entries(await content.held(person.leaving))) {
      const snapshot = await source.get();
      held[name] = ("docs" in snapshot ? snapshot.docs : [snapshot]).map(({ ref }) => ref.path);
    }
    // Of core are counts and mails; an invitation is of whom it went to.
    const invited = [past.alone, past.shared].map((siteId) => inviteOf(siteId, past.friend).path);
    const once = (await invitesOf(past.former).where("email", "==", "once@example.com").get()).docs;
    // Of their team they are no more: what becomes of its drafts is others' business.
    const drafts = [past.made, past.saved].map((of) =>
      draftsOf(past.former).doc(of[past.former] ?? ""),
    );
    const others = [
      ...invited,
      ...once.map(({ ref }) => ref.path),
      ...drafts.map(({ path }) => path),
    ];
    const named = (await documentsHolding(person.uid, person.token.email)).filter(
      (path) => !/^mail\/|^users\/[^/]+\/limits\//.test(path) && !others.includes(path),
    );
    assert.ok(named.length > 40, `there are ${named.length}`);
    assert.deepEqual(Object.values(held).flat().sort(), named);
    for (const [name, paths] of Object.entries(held)) assert.notEqual(paths.length, 0, name);
  });

  it("is nothing of somebody who was never there, and takes no writes to erase", async () => {
    const { leaving } = somebody();
    const bill = await firestore.costOf(async () => {
      assert.equal(await content.erase(leaving), "erased");
    });
    assert.equal(bill.writes, 0);
    for (const source of Object.values(await content.held(leaving))) {
      const snapshot = await source.get();
      assert.ok("docs" in snapshot ? snapshot.empty : !snapshot.exists);
    }
  });

  describe("when they leave", () => {
    it("is gone in every document there is; what is others' stays, under the alias and no name", async () => {
      const [person, other] = [somebody(), somebody()];
      const past = await busyBefore(person);
      await busyBefore(other);
      const untouched = await documentsHolding(...namesOf(other));
      assert.ok((await documentsHolding(...namesOf(person))).length > 45);
      assert.equal(await erase(person), "erased");
      await assertGone(person, past);
      assert.deepEqual(await documentsHolding(...namesOf(other)), untouched);
      assert.equal(await erase(person), "erased");
    });

    it("is at a site that was theirs alone all deleted, within minutes, and at no other's", async () => {
      const person = somebody();
      const past = await busyBefore(person);
      const paths = async () => (await everyDocument()).map(({ path }) => path).sort();
      assert.equal(await erase(person), "erased");
      const others = (await paths()).filter((path) => !path.startsWith(`sites/${past.alone}`));
      others.push(formerSites.doc(past.alone).path);
      assert.ok((await paths()).length > others.length + 5);
      pass(HOUR);
      assert.deepEqual(await purgeSites(now(), 10), ["purged"]);
      assert.deepEqual(await paths(), others.sort());
    });

    it("has the same end where two processes see to it at once", async () => {
      const person = somebody();
      const past = await busyBefore(person);
      await core.erase(person.leaving);
      const outcomes = [content.erase(person.leaving), content.erase(person.leaving)];
      assert.deepEqual(await Promise.all(outcomes), ["erased", "erased"]);
      await assertGone(person, past);
    });

    for (const moment of ["before", "after"] as const) {
      it(`has the same end where the process dies ${moment} each commit, and is begun anew`, async () => {
        const person = somebody();
        const past = await busyBefore(person);
        await core.erase(person.leaving);
        // What dies before its n-th commit has carried out those before it.
        let commits = 0;
        const nth = moment === "before" ? 2 : 1;
        while (await dyingAt(nth, moment, () => content.erase(person.leaving))) commits++;
        assert.ok(commits > 15, `there were ${commits}`);
        assert.equal(await content.erase(person.leaving), "erased");
        await assertGone(person, past);
      });
    }

    it("is left of it, until it has been sent, the mail in which their address or name is", async () => {
      const person = somebody();
      const past = await busy(person);
      const [mail] = (await mails.where("to", "==", past.friend).get()).docs;
      assert.equal(await erase(person), "later");
      assert.ok((await teamNow(past.alone)).memberIds.includes(person.uid));
      assert.ok((await documentsHolding(person.token.email)).includes(mail?.ref.path ?? ""));
      await sendInvitations(past.friend);
      assert.equal(await erase(person), "erased");
      await assertGone(person, past);
    });

    it("is left of it what they said and another is being written, until that has been sent", async () => {
      const person = somebody();
      const past = await busyBefore(person);
      const ofTheirs = mails.where("to", "==", past.host.token.email);
      const [mail] = (await ofTheirs.get()).docs;
      await mail?.ref.update({ "delivery.state": "PENDING" });
      assert.equal(await erase(person), "later");
      assert.deepEqual(
        (await documentsHolding(bylineOf(person))).filter((path) => path.startsWith("mail/")),
        [mail?.ref.path],
      );
      const waiting = (await ofTheirs.get()).docs[0];
      assert.ok(waiting);
      await deliver(waiting);
      assert.equal(await erase(person), "erased");
      await assertGone(person, past);
    });

    it("is none of their favourites where the article is gone, nor of their follows where the site is", async () => {
      const person = somebody();
      const siteId = "no-site";
      await favoritesOf(person.uid)
        .doc(`${siteId}.no-article`)
        .set({ siteId, articleId: "no-article", createdAt: stamp() });
      await followsOf(person.uid).doc(siteId).set({ siteId, createdAt: stamp() });
      assert.equal(await erase(person), "erased");
      assert.equal((await favoritesOf(person.uid).get()).size, 0);
      assert.equal((await followsOf(person.uid).get()).size, 0);
    });
  });
});
