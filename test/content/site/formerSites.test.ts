import assert from "node:assert/strict";
import { purgeSites } from "../../../functions/src/content/bin/purge.ts";
import { createSite } from "../../../functions/src/content/createSite.ts";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import { personalData as content } from "../../../functions/src/content/personalData.ts";
import { readFeed } from "../../../functions/src/content/readFeed.ts";
import {
  articlesOf,
  FormerSite,
  favoritesOf,
  followsOf,
  formerSites,
  sites,
} from "../../../functions/src/content/schema.ts";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { useStillClock } from "../../support/time.ts";
import { fill, leftOf } from "../support/fullSite.ts";
import { putArticle, putFavorite, putFollow, putSite } from "../support/published.ts";
import { type OpenSite, openSite, siteNow } from "../support/sites.ts";

const taken = ["already-exists", "site-taken"] as const;

describe("content: the address of a site that was taken down", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  let [siteId, articleId] = ["", ""];
  beforeEach(async () => {
    site = await openSite({ followers: 1 });
    siteId = site.siteId;
    articleId = await fill(site);
  });

  const found = (person: Person, id = siteId) =>
    call(createSite, person, { siteId: id, title: "Another" });
  async function takeDown(): Promise<void> {
    await call(deleteSite, site.owner, { siteId });
    pass(2 * MINUTE);
    assert.deepEqual(await purgeSites(now(), 10), ["purged"]);
  }

  it("is nobody's again, however long ago: not its owner's, nor a stranger's", async () => {
    await call(deleteSite, site.owner, { siteId });
    const down = (await siteNow(siteId)).deletedAt;
    pass(2 * MINUTE);
    await purgeSites(now(), 10);
    const former = FormerSite.parse((await formerSites.doc(siteId).get()).data());
    assert.deepEqual(former.deletedAt, down);
    for (const days of [0, 1, 365]) {
      pass(days * DAY);
      for (const person of [site.owner, site.editor, customer()]) {
        const { field } = await refused(found(person), ...taken);
        assert.equal(field, "siteId");
      }
      await purgeSites(now(), 10);
    }
    assert.deepEqual(await leftOf(siteId), ["formerSites"]);
    assert.deepEqual(await found(site.owner, `${siteId}-2`), { siteId: `${siteId}-2` });
  });

  it("is nobody's at any moment of the purge", async () => {
    await call(deleteSite, site.owner, { siteId });
    pass(2 * MINUTE);
    const asked: unknown[] = [];
    const ask = async () => asked.push(await found(customer()).then(() => "made", reasonOf));
    await ask();
    // All that was below it has gone by then.
    await beforeCommit(ask, () => purgeSites(now(), 10));
    await ask();
    assert.deepEqual(asked, Array(3).fill("site-taken"));
    assert.deepEqual(await leftOf(siteId), ["formerSites"]);
  });

  it("leads none of those who followed it to another's, and their going takes from no count", async () => {
    const follower = customer();
    await putFollow(follower, siteId);
    await putFavorite(follower, siteId, articleId);
    const feed = async () => (await call(readFeed, follower, {})).articles;
    assert.equal((await feed()).length, 1);
    await takeDown();
    await refused(found(customer()), ...taken);
    const other = await putSite({ followers: 0 });
    await putArticle(other, customer(), { id: articleId });
    assert.deepEqual(await feed(), []);
    const who = { uid: follower.uid, emails: [], alias: "somebody" };
    assert.equal(await content.erase(who), "erased");
    const marks = [followsOf(follower.uid), favoritesOf(follower.uid)];
    for (const of of marks) assert.equal((await of.get()).size, 0);
    assert.deepEqual(
      (await sites.get()).docs.map((one) => [one.id, one.data().followers]),
      [[other, 0]],
    );
    assert.equal((await articlesOf(other).doc(articleId).get()).data()?.likes, 0);
    assert.deepEqual(await leftOf(siteId), ["formerSites"]);
  });
});
