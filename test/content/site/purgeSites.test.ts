import assert from "node:assert/strict";
import { purgeSites } from "../../../functions/src/content/bin/purge.ts";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import { followDraft } from "../../../functions/src/content/followDraft.ts";
import { publishDue } from "../../../functions/src/content/publishing/publishDue.ts";
import { draftsOf, formerSites, sites } from "../../../functions/src/content/schema.ts";
import { sweep } from "../../../functions/src/content/sweep.ts";
import { MINUTE, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { call } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { fill, leftOf, whileStuck } from "../support/fullSite.ts";
import { type OpenSite, openSite, putDraft, siteNow } from "../support/sites.ts";

const run = () => (sweep as unknown as { run(event: object): Promise<void> }).run({});

const everything = [
  "siteTeams",
  "sites",
  "sites/articles",
  "sites/articles/articleComments",
  "sites/articles/articleComments/reports",
  "sites/commenters",
  "sites/drafts",
  "sites/drafts/revisions",
  "sites/reported",
  "sites/siteInvites",
  "sites/slugs",
  "sites/tags",
];

/** Nothing but that there was one at this address. */
const gone = ["formerSites"];

describe("content: the purge of a site that was taken down", () => {
  const { pass } = useStillClock();

  async function takenDown(): Promise<OpenSite & { articleId: string }> {
    const site = await openSite();
    const articleId = await fill(site);
    await call(deleteSite, site.owner, { siteId: site.siteId });
    return { ...site, articleId };
  }

  it("deletes all that it had but the word that it was there, and nothing of another", async () => {
    const other = await openSite();
    await fill(other);
    const { siteId } = await takenDown();
    assert.deepEqual(await leftOf(siteId), everything.slice(1));
    pass(2 * MINUTE);
    await run();
    assert.deepEqual(await leftOf(siteId), gone);
    assert.deepEqual(await leftOf(other.siteId), everything);
  });

  it("waits until what was under way when it was taken down has ended", async () => {
    const { siteId } = await takenDown();
    pass(2 * MINUTE - SECOND);
    await run();
    assert.deepEqual(await leftOf(siteId), everything.slice(1));
    pass(SECOND);
    await run();
    assert.deepEqual(await leftOf(siteId), gone);
  });

  it("goes on where it was killed: what readers see goes first, and the site last", async () => {
    const { siteId, articleId } = await takenDown();
    pass(2 * MINUTE);
    for (const stuck of [
      `sites/${siteId}/articles/${articleId}`,
      `sites/${siteId}/drafts/${articleId}/revisions/1`,
    ]) {
      assert.deepEqual(await whileStuck(stuck, () => purgeSites(now(), 10)), ["failed"]);
      const left = await leftOf(siteId);
      assert.ok(left.includes("sites"));
      assert.equal(left.includes("sites/articles"), stuck.includes("/articles/"));
    }
    assert.deepEqual(await purgeSites(now(), 10), ["purged"]);
    assert.deepEqual(await leftOf(siteId), gone);
  });

  it("deletes the others though one can't be deleted, so many at a time, oldest first", async () => {
    const first = await takenDown();
    pass(SECOND);
    const [second, third] = [await takenDown(), await takenDown()];
    pass(2 * MINUTE);
    assert.deepEqual(await purgeSites(now(), 1), ["purged"]);
    assert.deepEqual(await leftOf(first.siteId), gone);
    const stuck = `sites/${second.siteId}/articles/${second.articleId}`;
    const outcomes = await whileStuck(stuck, () => purgeSites(now(), 10));
    assert.deepEqual(outcomes.toSorted(), ["failed", "purged"]);
    assert.deepEqual(await leftOf(third.siteId), gone);
    assert.ok((await leftOf(second.siteId)).includes("sites"));
  });

  it("is safe to run several times at once, also where another has done it by then", async () => {
    const { siteId } = await takenDown();
    pass(2 * MINUTE);
    await Promise.all([run(), run(), run()]);
    assert.deepEqual(await leftOf(siteId), gone);
    const again = await takenDown();
    pass(2 * MINUTE);
    let former: object | undefined;
    await beforeLast(
      async () => {
        await purgeSites(now(), 10);
        former = (await formerSites.doc(again.siteId).get()).updateTime;
      },
      () => purgeSites(now(), 10),
    );
    assert.deepEqual(await leftOf(again.siteId), gone);
    assert.deepEqual((await formerSites.doc(again.siteId).get()).updateTime, former);
  });

  it("leaves a site that was brought back from a backup by then, and takes its address from nobody", async () => {
    const { siteId } = await takenDown();
    pass(2 * MINUTE);
    const { deletedAt: _, ...site } = await siteNow(siteId);
    await beforeLast(
      () => sites.doc(siteId).set({ ...site, deletedAt: null }),
      () => purgeSites(now(), 10),
    );
    assert.deepEqual(await leftOf(siteId), ["sites"]);
  });

  it("leaves nothing that comes back: not by what was to come out, nor by a save that is heard of late", async () => {
    const site = await openSite();
    const { siteId, owner, author } = site;
    const scheduled = { state: "scheduled", publishAt: stamp(MINUTE) } as const;
    const articleId = await putDraft(siteId, author, scheduled);
    const before = (await draftsOf(siteId).doc(articleId).get()).data();
    await call(deleteSite, owner, { siteId });
    pass(2 * MINUTE);
    await Promise.all([publishDue(now(), 10), purgeSites(now(), 10)]);
    const after = before && { ...before, version: 2, updatedAt: stamp() };
    await (followDraft as unknown as { run(event: object): Promise<void> }).run({
      data: { before: { data: () => before }, after: { data: () => after } },
      params: { site: siteId, draft: articleId },
    });
    assert.deepEqual(await leftOf(siteId), gone);
  });

  it("costs one read where there is nothing, beside the one for what is to come out", async () => {
    await fill(await openSite());
    assert.deepEqual(await firestore.costOf(run), { reads: 2, writes: 0, deletes: 0 });
  });
});

/** Lets something happen once all that is below a site has gone, before the site does. */
async function beforeLast(
  meanwhile: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<void> {
  const references = Object.getPrototypeOf(sites.doc("any")) as ReturnType<typeof sites.doc>;
  const list = references.listCollections;
  references.listCollections = async function (...words) {
    references.listCollections = list;
    const found = await list.apply(this, words);
    await meanwhile();
    return found;
  };
  try {
    await work();
  } finally {
    references.listCollections = list;
  }
}
