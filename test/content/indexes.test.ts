import assert from "node:assert/strict";
import { getDocs, type Query } from "firebase/firestore";
import { contentDocuments } from "../../client/src/content.ts";
import { purgeDrafts, purgeSites } from "../../functions/src/content/bin/purge.ts";
import { prune } from "../../functions/src/content/draft/revisions.ts";
import { personalData } from "../../functions/src/content/personalData.ts";
import { publishDue } from "../../functions/src/content/publishing/publishDue.ts";
import { readFeed } from "../../functions/src/content/readFeed.ts";
import { serve } from "../../functions/src/content/serving/serve.ts";
import { DAY, HOUR, now, stamp } from "../../functions/src/core/clock.ts";
import { pagesOf } from "../../functions/src/core/pagesOf.ts";
import { call } from "../support/call.ts";
import { project as ownProject } from "../support/firestore.ts";
import { listed, needed, onlyEverywhere, unclaimed } from "../support/indexes.ts";
import { guardedApp } from "../support/rules.ts";
import { useStillClock } from "../support/time.ts";
import { fill } from "./support/fullSite.ts";
import { putFollow } from "./support/published.ts";
import { hearOfComment, hearOfReport } from "./support/readers.ts";
import { putRevisions } from "./support/revisions.ts";
import { owner, standingSite } from "./support/rulesSites.ts";
import { draftNow, openSite, putDraft } from "./support/sites.ts";

describe("content: the indexes", () => {
  const { project, as } = guardedApp("content-indexes", standingSite());
  const { pass } = useStillClock();

  /** As an app looks at sites. */
  async function clientQueries(): Promise<void> {
    const views = contentDocuments(as(owner));
    const [siteId, articleId] = ["home", "bread"];
    const queries: readonly Query[] = [
      views.teamsOf(owner),
      views.draftsOf(siteId),
      views.draftsIn(siteId, "in_review"),
      views.draftsBy(siteId, owner),
      views.scheduledDrafts(siteId),
      views.binnedDrafts(siteId),
      views.revisionsOf(siteId, articleId),
      views.reportedOf(siteId),
      views.newestArticles(siteId),
      views.articlesTagged(siteId, "bread"),
      views.articlesBy(siteId, owner),
      views.articleAt(siteId, "bread"),
      views.tagsOf(siteId),
      views.commentsOf(siteId, articleId),
      views.favoritesOf(owner),
      views.followsOf(owner),
    ].map((query) => query as unknown as Query);
    for (const query of queries) await getDocs(query);
  }

  /** As callables, triggers, jobs, pages, and the export and deletion of accounts do. */
  async function serverQueries(): Promise<void> {
    const site = await openSite();
    const { siteId, owner: person, author } = site;
    const articleId = await fill(site);
    const commentId = `said-of-${articleId}`;
    await putFollow(person, siteId);
    await call(readFeed, person, {});
    await call(readFeed, person, { after: { siteId, articleId } });
    const { live } = await draftNow(siteId, articleId);
    for (const path of [
      "",
      `/${live?.slug}`,
      "/tag/bread",
      "/author/a",
      "/rss.xml",
      "/sitemap.xml",
    ]) {
      await serve(`/sites/${siteId}${path}`);
    }
    await serve(`/sites/${siteId}`, live?.slug);
    await hearOfReport(siteId, articleId, commentId);
    await hearOfComment("created", siteId, articleId, commentId);
    await hearOfComment("deleted", siteId, articleId, "no-such-comment");
    await putRevisions(
      siteId,
      articleId,
      author,
      Array.from({ length: 27 }, (_, n) => n + 1),
    );
    await prune(siteId, articleId);
    await putDraft(siteId, author, { deletedAt: stamp() });
    pass(30 * DAY + HOUR);
    for (const job of [publishDue, purgeDrafts, purgeSites]) await job(now(), 10);
    for (const { uid, token } of [author, site.reader, person]) {
      const held = { uid, emails: [token.email], alias: "somebody" };
      for (const source of Object.values(await personalData.held(held))) {
        if ("where" in source) await pagesOf(source).next();
      }
      await personalData.erase(held);
    }
  }

  it("are those that the client's and the server's queries need, no more and no fewer", async () => {
    const queries = [
      ...(await needed(project, clientQueries)),
      ...(await needed(ownProject, serverQueries)),
    ];
    assert.deepEqual(
      [...new Set(queries)].sort(),
      listed(
        "sites",
        "siteTeams",
        "drafts",
        "revisions",
        "articles",
        "slugs",
        "tags",
        "articleComments",
        "commenters",
        "reports",
        "reported",
        "siteInvites",
        "favorites",
        "follows",
      ),
    );
  });

  it("leave a field that is looked for at all sites the usual ones within a site", () => {
    assert.deepEqual(onlyEverywhere(), []);
  });

  it("are each of a collection whose queries are tested", () => {
    assert.deepEqual(unclaimed(), []);
  });
});
