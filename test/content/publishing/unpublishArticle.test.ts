import assert from "node:assert/strict";
import { publishDue } from "../../../functions/src/content/publishing/publishDue.ts";
import { scheduleArticle } from "../../../functions/src/content/scheduleArticle.ts";
import { articlesOf } from "../../../functions/src/content/schema.ts";
import { DAY, now, stamp } from "../../../functions/src/core/clock.ts";
import { call } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { putFullArticle } from "../support/fullSite.ts";
import { publishNow, unpublishNow, watch } from "../support/publishing.ts";
import {
  articleNow,
  claimsNow,
  draftNow,
  openSite,
  putDraft,
  putPublished,
  saveDraft,
  siteNow,
  tagCounts,
} from "../support/sites.ts";

describe("content: taking an article back", () => {
  const { pass } = useStillClock();

  it("hides it from readers, and keeps its address, what was said of it and who likes it", async () => {
    const site = await openSite();
    const { siteId, author } = site;
    const articleId = await putFullArticle(site, { slug: "bread", tags: ["bread"] });
    await articlesOf(siteId).doc(articleId).update({ likes: 12 });
    const [article, draft] = [
      await articleNow(siteId, articleId),
      await draftNow(siteId, articleId),
    ];
    pass(DAY);
    assert.deepEqual(await unpublishNow(author, siteId, articleId), { articleId });
    assert.deepEqual(await articleNow(siteId, articleId), { ...article, published: false });
    const after = { ...draft, state: "draft", live: null };
    assert.deepEqual(await draftNow(siteId, articleId), after);
    assert.deepEqual(await claimsNow(siteId), { bread: articleId });
    assert.deepEqual(await tagCounts(siteId), {});
    assert.equal((await siteNow(siteId)).version, 2);

    const { version } = await publishNow(author, siteId, articleId);
    assert.equal(version, 1);
    const { published, likes, comments, slug } = await articleNow(siteId, articleId);
    assert.deepEqual([published, likes, comments, slug], [true, 12, 1, "bread"]);
    assert.deepEqual(await tagCounts(siteId), { bread: 1 });
  });

  it("counts the tags that it came out with, whatever its draft has by now", async () => {
    const { siteId, author } = await openSite();
    await putPublished(siteId, author, { tags: ["bread", "oven"] });
    const articleId = await putPublished(siteId, author, { tags: ["bread", "flour"] });
    await saveDraft(siteId, articleId, author, { tags: ["tea"] });
    await unpublishNow(author, siteId, articleId);
    assert.deepEqual(await tagCounts(siteId), { bread: 1, oven: 1 });
    await publishNow(author, siteId, articleId);
    assert.deepEqual(await tagCounts(siteId), { bread: 1, oven: 1, tea: 1 });
  });

  it("of what no reader sees changes nothing", async () => {
    const { siteId, author, editor } = await openSite();
    const [never, back] = [await putDraft(siteId, author), await putPublished(siteId, author)];
    await unpublishNow(author, siteId, back);
    const isUnchanged = await watch(siteId);
    for (const articleId of [never, back]) await unpublishNow(editor, siteId, articleId);
    assert.ok(await isUnchanged());
  });

  it("of what is to come out anew takes its time back, too: it does not come out by itself, until it is said again", async () => {
    const { siteId, author } = await openSite();
    const scheduled = { state: "scheduled", publishAt: stamp(DAY), version: 2 } as const;
    const articleId = await putPublished(siteId, author, scheduled);
    const draft = await draftNow(siteId, articleId);
    await unpublishNow(author, siteId, articleId);
    const taken = { ...draft, state: "ready", publishAt: null, live: null };
    assert.deepEqual(await draftNow(siteId, articleId), taken);
    pass(DAY);
    assert.deepEqual(await publishDue(now(), 10), []);
    assert.equal((await articleNow(siteId, articleId)).published, false);
    const publishAt = new Date(now().getTime() + DAY).toISOString();
    await call(scheduleArticle, author, { siteId, articleId, version: 2, publishAt });
    pass(DAY);
    assert.deepEqual(await publishDue(now(), 10), ["published"]);
    assert.equal((await articleNow(siteId, articleId)).published, true);
  });

  it("of what was never out, and is to come out, leaves when it is to", async () => {
    const { siteId, author } = await openSite();
    const scheduled = { state: "scheduled", publishAt: stamp(DAY) } as const;
    const articleId = await putDraft(siteId, author, scheduled);
    const draft = await draftNow(siteId, articleId);
    await unpublishNow(author, siteId, articleId);
    assert.deepEqual(await draftNow(siteId, articleId), draft);
  });

  it("is done once where its answer is lost, or five ask for it at once", async () => {
    const { siteId, author, editor } = await openSite();
    const fields = { tags: ["bread"] };
    await putPublished(siteId, author, fields);
    const [one, other] = [
      await putPublished(siteId, author, fields),
      await putPublished(siteId, author, fields),
    ];
    const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    await unpublishNow(author, siteId, one);
    assert.ok(happened());
    const people = [editor, author, editor, author, editor];
    await Promise.all(people.map((person) => unpublishNow(person, siteId, other)));
    assert.deepEqual(await tagCounts(siteId), { bread: 1 });
    assert.equal((await siteNow(siteId)).version, 3);
  });

  it("is the last word over what was published before it, and not over what comes after", async () => {
    const { siteId, author, editor } = await openSite();
    const articleId = await putPublished(siteId, author);
    await saveDraft(siteId, articleId, author, { body: "Three." });
    await beforeCommit(
      () => publishNow(author, siteId, articleId),
      () => unpublishNow(editor, siteId, articleId),
    );
    const taken = await articleNow(siteId, articleId);
    assert.deepEqual([taken.published, taken.summary], [false, "Three."]);
    await beforeCommit(
      () => unpublishNow(editor, siteId, articleId),
      () => publishNow(author, siteId, articleId),
      2,
    );
    assert.equal((await articleNow(siteId, articleId)).published, true);
    assert.notEqual((await draftNow(siteId, articleId)).live, null);
  });
});
