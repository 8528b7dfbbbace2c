import assert from "node:assert/strict";
import { publishArticle } from "../../../functions/src/content/publishArticle.ts";
import { articlesOf, type Draft, MAX_BODY } from "../../../functions/src/content/schema.ts";
import { DAY, MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { call, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow, unpublishNow, watch } from "../support/publishing.ts";
import {
  articleNow,
  changeDraft,
  claimsNow,
  draftNow,
  openSite,
  putDraft,
  saveDraft,
  siteNow,
  tagCounts,
} from "../support/sites.ts";

const slug = "two-days-of-bread";

describe("content: publishing", () => {
  const { pass } = useStillClock();

  it("shows readers the draft, at an address by its title, with the site's version", async () => {
    const { siteId, author, editor } = await openSite({ version: 4 });
    const cover = { url: "https://example.com/loaf.jpg", alt: "A loaf" };
    const fields = { version: 3, tags: ["bread", "flour"], cover, note: "Lovely." };
    const articleId = await putDraft(siteId, author, fields);
    const before = await draftNow(siteId, articleId);
    pass(MINUTE);
    const answer = await call(publishArticle, editor, { siteId, articleId, version: 3 });
    assert.deepEqual(answer, { slug, version: 3 });
    assert.deepEqual(await articleNow(siteId, articleId), {
      ...{ siteId, kind: "article", title: "Two days of bread", slug },
      summary: "A loaf takes two days.",
      html: "<p>A loaf takes <em>two days</em>.</p>\n",
      ...{ tags: fields.tags, cover, byline: "Ada Oven", authorId: author.uid, version: 3 },
      ...{ published: true, commentsOpen: true, likes: 0, comments: 0 },
      ...{ firstPublishedAt: stamp(), updatedAt: stamp() },
    });
    const live = { version: 3, slug, at: stamp() };
    assert.deepEqual(await draftNow(siteId, articleId), { ...before, state: "published", live });
    assert.deepEqual(await claimsNow(siteId), { [slug]: articleId });
    assert.deepEqual(await tagCounts(siteId), { bread: 1, flour: 1 });
    assert.equal((await siteNow(siteId)).version, 5);
  });

  it("of a page closes its comments and counts none of its tags", async () => {
    const { siteId, editor } = await openSite();
    const articleId = await putDraft(siteId, editor, { kind: "page", tags: ["bread"] });
    await publishNow(editor, siteId, articleId);
    assert.equal((await articleNow(siteId, articleId)).commentsOpen, false);
    assert.deepEqual(await tagCounts(siteId), {});
    await unpublishNow(editor, siteId, articleId);
    assert.deepEqual(await tagCounts(siteId), {});
  });

  it("again brings readers what was saved since, and touches no counter and no choice of an editor's", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author, { tags: ["bread", "flour"] });
    await publishNow(author, siteId, articleId);
    const readers = { likes: 12, comments: 3, commentsOpen: false };
    await articlesOf(siteId).doc(articleId).update(readers);
    const first = await articleNow(siteId, articleId);
    pass(DAY);
    await saveDraft(siteId, articleId, author, { body: "Three.", tags: ["flour", "oven"] });
    assert.deepEqual(await articleNow(siteId, articleId), first);
    await publishNow(author, siteId, articleId);
    assert.deepEqual(await articleNow(siteId, articleId), {
      ...first,
      ...{ summary: "Three.", html: "<p>Three.</p>\n", tags: ["flour", "oven"], version: 2 },
      updatedAt: stamp(),
    });
    assert.deepEqual(await tagCounts(siteId), { flour: 1, oven: 1 });
  });

  it("leaves when it first came out as it was, whatever becomes of it", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author);
    await publishNow(author, siteId, articleId);
    const { firstPublishedAt } = await articleNow(siteId, articleId);
    const steps: (() => Promise<unknown>)[] = [
      () => saveDraft(siteId, articleId, author, { title: "Three days" }),
      () => publishNow(author, siteId, articleId),
      () => unpublishNow(author, siteId, articleId),
      () => publishNow(author, siteId, articleId),
      () => saveDraft(siteId, articleId, author),
      () => unpublishNow(author, siteId, articleId),
      () => publishNow(author, siteId, articleId),
    ];
    for (const step of steps) {
      pass(DAY);
      await step();
      assert.deepEqual((await articleNow(siteId, articleId)).firstPublishedAt, firstPublishedAt);
    }
    assert.deepEqual((await articleNow(siteId, articleId)).updatedAt, stamp());
  });

  it("of a version that was saved over since is refused, with the one there is and whose it is", async () => {
    const { siteId, author, editor } = await openSite();
    const articleId = await putDraft(siteId, author, { version: 3 });
    await saveDraft(siteId, articleId, author);
    for (const version of [3, 5]) {
      const attempt = call(publishArticle, editor, { siteId, articleId, version });
      const details = await refused(attempt, "failed-precondition", "version-conflict");
      assert.equal(details.version, 4);
      assert.equal(details.updatedBy, author.uid);
    }
    const attempt = beforeCommit(
      () => saveDraft(siteId, articleId, author, { body: "In between." }),
      () => call(publishArticle, editor, { siteId, articleId, version: 4 }),
      2,
    );
    await refused(attempt, "failed-precondition", "version-conflict");
    await assert.rejects(articleNow(siteId, articleId));
    await publishNow(editor, siteId, articleId);
    assert.equal((await articleNow(siteId, articleId)).summary, "In between.");
  });

  it("of what lacks a title or a text is refused, and of what would be too large", async () => {
    const { siteId, author } = await openSite();
    const worse: [reason: string, fields: string[] | undefined, draft: Partial<Draft>][] = [
      ["incomplete", ["title"], { title: " " }],
      ["incomplete", ["body"], { body: " \n " }],
      ["incomplete", ["title", "body"], { title: "", body: "" }],
      ["too-large", undefined, { body: "#\n".repeat(MAX_BODY / 2) }],
    ];
    for (const [reason, fields, draft] of worse) {
      const articleId = await putDraft(siteId, author, draft);
      const attempt = publishNow(author, siteId, articleId);
      const details = await refused(attempt, "failed-precondition", reason);
      assert.deepEqual(details.fields, fields);
      await changeDraft(siteId, articleId, { title: "Bread", body: "A loaf." });
      await publishNow(author, siteId, articleId);
    }
  });

  it("again of the same version changes nothing, whoever of the team asks", async () => {
    const { siteId, author, contributor, reader } = await openSite();
    const articleId = await putDraft(siteId, contributor, { state: "ready" });
    const first = await publishNow(contributor, siteId, articleId);
    const isUnchanged = await watch(siteId);
    pass(MINUTE);
    for (const person of [contributor, author, reader]) {
      assert.deepEqual(await publishNow(person, siteId, articleId), first);
    }
    assert.ok(await isUnchanged());
  });

  for (const [role, code] of [
    ["editor", 14],
    ["author", 4],
    ["contributor", 14],
  ] as const) {
    it(`is done once where its answer is lost with ${code}, of ${role}s`, async () => {
      const site = await openSite();
      const { siteId } = site;
      const fields = { state: "ready" as const, tags: ["bread"] };
      const articleId = await putDraft(siteId, site[role], fields);
      const fault = { method: "Commit", kind: "lost-answer", code } as const;
      // That of the count of calls, too.
      const lost = [firestore.inject(fault), firestore.inject(fault)];
      assert.deepEqual(await publishNow(site[role], siteId, articleId), { slug, version: 1 });
      assert.ok(lost.every((happened) => happened()));
      assert.deepEqual(await tagCounts(siteId), { bread: 1 });
      assert.equal((await siteNow(siteId)).version, 2);
    });
  }

  it("is done all or not at all where who asks for it dies, and once when they ask again", async () => {
    const { siteId, author } = await openSite();
    for (const moment of ["before", "after"] as const) {
      const articleId = await putDraft(siteId, author, { title: moment, tags: [moment] });
      assert.ok(await dyingAt(2, moment, () => publishNow(author, siteId, articleId)));
      const isLive = (await draftNow(siteId, articleId)).live !== null;
      const isShown = (await articlesOf(siteId).doc(articleId).get()).exists;
      assert.deepEqual([isLive, isShown], [moment === "after", moment === "after"]);
      await publishNow(author, siteId, articleId);
    }
    assert.deepEqual(await tagCounts(siteId), { before: 1, after: 1 });
    assert.equal((await siteNow(siteId)).version, 3);
  });

  it("by five at once is done once, and answered to all", async () => {
    const { siteId, author, editor, owner } = await openSite();
    const articleId = await putDraft(siteId, author, { tags: ["bread"] });
    const people = [editor, owner, author, editor, owner];
    const answers = await Promise.all(people.map((one) => publishNow(one, siteId, articleId)));
    assert.deepEqual(answers, Array(5).fill({ slug, version: 1 }));
    assert.deepEqual(await tagCounts(siteId), { bread: 1 });
    assert.equal((await siteNow(siteId)).version, 2);
  });
});
