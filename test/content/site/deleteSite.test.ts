import assert from "node:assert/strict";
import { createSite } from "../../../functions/src/content/createSite.ts";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import { inviteToSite } from "../../../functions/src/content/inviteToSite.ts";
import { previewDraft } from "../../../functions/src/content/previewDraft.ts";
import { publishArticle } from "../../../functions/src/content/publishArticle.ts";
import { publishDue } from "../../../functions/src/content/publishing/publishDue.ts";
import { sites } from "../../../functions/src/content/schema.ts";
import { unpublishArticle } from "../../../functions/src/content/unpublishArticle.ts";
import { updateSite } from "../../../functions/src/content/updateSite.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { call, refused, signedInAt } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { someone } from "../../support/mail.ts";
import { useStillClock } from "../../support/time.ts";
import {
  articleNow,
  draftNow,
  openSite,
  putDraft,
  putPublished,
  siteNow,
} from "../support/sites.ts";

const none = ["not-found", "no-such-site"] as const;

describe("content: a site that is taken down", () => {
  const { pass } = useStillClock();

  it("is nobody's any more: whatever they call, they are told that there is none", async () => {
    const { siteId, owner, editor } = await openSite();
    const articleId = await putPublished(siteId, editor);
    const draftId = await putDraft(siteId, editor);
    assert.deepEqual(await call(deleteSite, owner, { siteId }), { siteId });
    for (const person of [owner, editor]) {
      const draft = { siteId, articleId: draftId };
      await refused(call(updateSite, person, { siteId, title: "Mine" }), ...none);
      await refused(call(publishArticle, person, { ...draft, version: 1 }), ...none);
      await refused(call(unpublishArticle, person, { siteId, articleId }), ...none);
      await refused(call(previewDraft, person, draft), ...none);
      const invite = { siteId, email: someone(), role: "author" } as const;
      await refused(call(inviteToSite, person, invite), ...none);
      const again = call(createSite, person, { siteId, title: "Mine" });
      await refused(again, "already-exists", "site-taken");
    }
    assert.equal((await articleNow(siteId, articleId)).title, "Two days of bread");
    assert.deepEqual((await siteNow(siteId)).deletedAt, stamp());
  });

  it("publishes nothing any more that was to come out", async () => {
    const { siteId, owner, author } = await openSite();
    const scheduled = { state: "scheduled", publishAt: stamp() } as const;
    const articleId = await putDraft(siteId, author, scheduled);
    await call(deleteSite, owner, { siteId });
    assert.deepEqual(await publishDue(now(), 10), ["returned"]);
    assert.equal((await draftNow(siteId, articleId)).state, "ready");
    await assert.rejects(articleNow(siteId, articleId));
  });

  it("is on record, once, also where it is asked for again or the answer is lost", async () => {
    const { siteId, owner } = await openSite();
    const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    assert.deepEqual(await call(deleteSite, owner, { siteId }), { siteId });
    assert.ok(happened());
    const { deletedAt } = await siteNow(siteId);
    pass(MINUTE);
    assert.deepEqual(await call(deleteSite, owner, { siteId }), { siteId });
    assert.deepEqual((await siteNow(siteId)).deletedAt, deletedAt);
    const [entry, ...more] = (await audit.get()).docs.map((one) => one.data());
    assert.deepEqual(more, []);
    assert.deepEqual(entry, {
      action: "site-deleted",
      actor: owner.uid,
      subject: `sites/${siteId}`,
      at: deletedAt,
    });
  });

  it("is as it was where who asks for it dies before, and goes when they ask again", async () => {
    const { siteId, owner } = await openSite();
    assert.ok(await dyingAt(1, "before", () => call(deleteSite, owner, { siteId })));
    assert.equal((await siteNow(siteId)).deletedAt, null);
    await call(updateSite, owner, { siteId, title: "Still mine" });
    assert.ok(await dyingAt(1, "after", () => call(deleteSite, owner, { siteId })));
    assert.deepEqual(await call(deleteSite, owner, { siteId }), { siteId });
    assert.equal((await audit.get()).size, 1);
  });

  it("is so by an owner who has just signed in, and by nobody else", async () => {
    const { siteId, owner, editor, author, contributor, reader } = await openSite();
    const { owner: stranger } = await openSite();
    for (const person of [editor, author, contributor, reader]) {
      const attempt = call(deleteSite, person, { siteId });
      await refused(attempt, "permission-denied", "role-too-low");
    }
    await refused(call(deleteSite, stranger, { siteId }), ...none);
    const idle = signedInAt(owner, new Date(now().getTime() - 6 * MINUTE));
    const attempt = call(deleteSite, idle, { siteId });
    await refused(attempt, "failed-precondition", "recent-sign-in-required");
    assert.equal((await sites.where("deletedAt", "!=", null).get()).size, 0);
    await call(deleteSite, owner, { siteId });
  });
});
