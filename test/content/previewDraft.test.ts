import assert from "node:assert/strict";
import { previewDraft } from "../../functions/src/content/previewDraft.ts";
import { siteRoles } from "../../functions/src/content/team/schema.ts";
import { HOUR, stamp } from "../../functions/src/core/clock.ts";
import { counterOf } from "../../functions/src/core/limits.ts";
import { call, type Person, refused } from "../support/call.ts";
import { useStillClock } from "../support/time.ts";
import { one, pageOf, textIn } from "./support/htmlPages.ts";
import { publishNow, watch } from "./support/publishing.ts";
import { openSite, putDraft, putPublished, saveDraft } from "./support/sites.ts";

describe("content: the preview of a draft", () => {
  const { pass } = useStillClock();
  const preview = async (person: Person, siteId: string, articleId: string) =>
    (await call(previewDraft, person, { siteId, articleId })).html;

  it("is the page that it would be, for each of its team, and changes nothing", async () => {
    const site = await openSite();
    const { siteId, author } = site;
    for (const state of ["draft", "in_review", "ready", "scheduled"] as const) {
      const publishAt = state === "scheduled" ? stamp(HOUR) : null;
      const articleId = await putDraft(siteId, author, { state, publishAt });
      const isUnchanged = await watch(siteId);
      for (const role of siteRoles) {
        const page = pageOf(await preview(site[role], siteId, articleId));
        assert.equal(textIn(one(page, "h1")), "Two days of bread");
        assert.match(textIn(one(page, "main")), /A loaf takes two days\./);
      }
      assert.ok(await isUnchanged());
    }
  });

  it("is of what was saved last, not of what readers see", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putPublished(siteId, author);
    await saveDraft(siteId, articleId, author, { title: "Three days of bread" });
    const page = pageOf(await preview(author, siteId, articleId));
    assert.equal(textIn(one(page, "h1")), "Three days of bread");
  });

  it("has no script in it, whatever the draft has", async () => {
    const { siteId, author } = await openSite();
    const [title, body] = [
      "<script>alert(1)</script>",
      "<img src=x onerror=alert(1)> [x](javascript:a)",
    ];
    const html = await preview(author, siteId, await putDraft(siteId, author, { title, body }));
    assert.ok(!/<script>|<img|href="javascript/.test(html));
    assert.equal(textIn(one(pageOf(html), "h1")), title);
  });

  it("is refused of what could not be published, with what it lacks", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author, { title: "", body: "" });
    const attempt = preview(author, siteId, articleId);
    const { fields } = await refused(attempt, "failed-precondition", "incomplete");
    assert.deepEqual(fields, ["title", "body"]);
  });

  it("is refused of no draft, and 300 times an hour answered to one person", async () => {
    const { siteId, reader } = await openSite();
    await refused(preview(reader, siteId, "no-draft"), "not-found", "no-such-draft");
    await counterOf("local", reader.uid).update({ calls: 300 });
    const more = preview(reader, siteId, "no-draft");
    await refused(more, "resource-exhausted", "too-many-requests");
    pass(HOUR);
    await refused(preview(reader, siteId, "no-draft"), "not-found", "no-such-draft");
  });

  it("is not for who is not of the team, also of what is published", async () => {
    const { siteId, author } = await openSite();
    const { owner: other } = await openSite();
    const articleId = await putDraft(siteId, author);
    await publishNow(author, siteId, articleId);
    await refused(preview(other, siteId, articleId), "not-found", "no-such-site");
  });
});
