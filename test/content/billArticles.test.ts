import { previewDraft } from "../../functions/src/content/previewDraft.ts";
import { publishArticle } from "../../functions/src/content/publishArticle.ts";
import { publishDue } from "../../functions/src/content/publishing/publishDue.ts";
import { restoreRevision } from "../../functions/src/content/restoreRevision.ts";
import { scheduleArticle } from "../../functions/src/content/scheduleArticle.ts";
import { teams } from "../../functions/src/content/team/schema.ts";
import { unscheduleArticle } from "../../functions/src/content/unscheduleArticle.ts";
import { DAY, MINUTE, now, stamp } from "../../functions/src/core/clock.ts";
import { call, type Person, refused } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { somebody } from "../support/knownPeople.ts";
import { useStillClock } from "../support/time.ts";
import { publishNow, unpublishNow } from "./support/publishing.ts";
import { changed, hear, putRevisions } from "./support/revisions.ts";
import {
  changeDraft,
  type OpenSite,
  openSite,
  putDraft,
  saveDraft,
  teamFields,
  teamNow,
} from "./support/sites.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("content: what is billed for articles", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  beforeEach(async () => {
    site = await openSite();
  });
  const publish = (person: Person, articleId: string, version: number) =>
    call(publishArticle, person, { siteId: site.siteId, articleId, version });

  it("publishArticle with n tags reads 6 and writes n + 5; again, 5 and 1; another version, 6, and 4 and 1 a tag that comes or goes", async () => {
    const { siteId, author } = site;
    const articleId = await putDraft(siteId, author, { tags: ["bread", "flour"] });
    await costs({ reads: 6, writes: 2 + 5 }, () => publish(author, articleId, 1));
    await costs({ reads: 5, writes: 1 }, () => publish(author, articleId, 1));
    await saveDraft(siteId, articleId, author, { tags: ["flour", "oven"] });
    await costs({ reads: 6, writes: 4 + 2 }, () => publish(author, articleId, 2));
    await saveDraft(siteId, articleId, author);
    const late = () =>
      refused(publish(author, articleId, 2), "failed-precondition", "version-conflict");
    await costs({ reads: 5, writes: 1 }, late);
  });

  it("publishArticle reads 1 more where the address of its title is another's", async () => {
    const { siteId, author } = site;
    await publishNow(author, siteId, await putDraft(siteId, author));
    const articleId = await putDraft(siteId, author);
    await costs({ reads: 6 + 1, writes: 5 }, () => publish(author, articleId, 1));
  });

  it("unpublishArticle with n tags reads 4 and writes n + 3; again, 4", async () => {
    const { siteId, author } = site;
    const articleId = await putDraft(siteId, author, { tags: ["bread", "flour"] });
    await publishNow(author, siteId, articleId);
    await costs({ reads: 4, writes: 2 + 3 }, () => unpublishNow(author, siteId, articleId));
    await costs({ reads: 4 }, () => unpublishNow(author, siteId, articleId));
  });

  it("scheduleArticle reads 4 and writes 2; again, 4 and 1; unscheduleArticle, 3 and 1; again, 3", async () => {
    const { siteId, author } = site;
    const articleId = await putDraft(siteId, author);
    const publishAt = new Date(now().getTime() + DAY).toISOString();
    const schedule = () =>
      call(scheduleArticle, author, { siteId, articleId, version: 1, publishAt });
    const unschedule = () => call(unscheduleArticle, author, { siteId, articleId });
    await costs({ reads: 4, writes: 2 }, schedule);
    await costs({ reads: 4, writes: 1 }, schedule);
    await costs({ reads: 3, writes: 1 }, unschedule);
    await costs({ reads: 3 }, unschedule);
  });

  it("an article with n tags that comes out at its time reads 5 and writes n + 4; one that can't, 4 and 1", async () => {
    const { siteId, author } = site;
    const due = { state: "scheduled" as const, publishAt: stamp(), tags: ["bread", "flour"] };
    await putDraft(siteId, author, due);
    await costs({ reads: 5, writes: 2 + 4 }, () => publishDue(now(), 10));
    await putDraft(siteId, author, { ...due, title: "" });
    await costs({ reads: 4, writes: 1 }, () => publishDue(now(), 10));
  });

  it("previewDraft reads 5 and writes 1", async () => {
    const { siteId, author, reader } = site;
    const articleId = await putDraft(siteId, author);
    await costs({ reads: 5, writes: 1 }, () => call(previewDraft, reader, { siteId, articleId }));
  });

  it("restoreRevision reads 6 and writes 2; again, 6", async () => {
    const { siteId, author } = site;
    const articleId = await putDraft(siteId, author, { version: 3 });
    await putRevisions(siteId, articleId, author, [1]);
    const restore = () =>
      call(restoreRevision, author, { siteId, articleId, version: 3, revision: 1 });
    await costs({ reads: 6, writes: 2 }, restore);
    await costs({ reads: 6 }, restore);
  });

  it("a save costs no more than itself; the first of another ten minutes reads 3 and writes 1; with 25 kept, 26 more, and a delete", async () => {
    const { siteId, author } = site;
    const articleId = await putDraft(siteId, author, { version: 30 });
    const save = () => changed(siteId, articleId, () => saveDraft(siteId, articleId, author));
    const within = await save();
    await costs({}, () => hear(within));
    pass(10 * MINUTE);
    const first = await save();
    await costs({ reads: 3, writes: 1 }, () => hear(first));
    await costs({ reads: 3 }, () => hear(first));
    await putRevisions(
      siteId,
      articleId,
      author,
      Array.from({ length: 24 }, (_, n) => n + 1),
    );
    pass(10 * MINUTE);
    const full = await save();
    await costs({ reads: 3 + 26, writes: 1, deletes: 1 }, () => hear(full));
  });

  it("a review reads 4 and writes 2, which is the mail, beside what it ends ten minutes of; 1 where its author has left", async () => {
    const author = await somebody();
    const team = await teamNow(site.siteId);
    await teams.doc(site.siteId).set(teamFields({ ...team.roles, [author.uid]: "author" }));
    const articleId = await putDraft(site.siteId, author, { state: "in_review" });
    const approve = () =>
      changeDraft(site.siteId, articleId, { state: "ready", updatedAt: stamp() });
    const event = await changed(site.siteId, articleId, approve);
    await costs({ reads: 4, writes: 2 }, () => hear(event));
    await costs({ reads: 4 }, () => hear(event));
    await teams.doc(site.siteId).set(team);
    await costs({ reads: 1 }, () => hear(event));
  });
});
