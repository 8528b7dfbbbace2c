import assert from "node:assert/strict";
import { restoreRevision } from "../../../functions/src/content/restoreRevision.ts";
import { revisionsOf } from "../../../functions/src/content/schema.ts";
import { DAY, HOUR, stamp } from "../../../functions/src/core/clock.ts";
import { call, type Person, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt, hookCommits } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { changed, hear, putRevisions, revisionsNow } from "../support/revisions.ts";
import {
  articleNow,
  changeDraft,
  draftNow,
  openSite,
  putDraft,
  putPublished,
  saveDraft,
} from "../support/sites.ts";

describe("content: making a draft again what it was", () => {
  const { pass } = useStillClock();

  async function written(versions: readonly number[] = [1, 3, 5]) {
    const site = await openSite();
    const { siteId, author } = site;
    const fields = { version: 7, body: "As it is.", tags: ["tea"] };
    const articleId = await putDraft(siteId, author, fields);
    await putRevisions(siteId, articleId, author, versions);
    pass(DAY);
    const restore = (person: Person, revision: number, version = 7) =>
      call(restoreRevision, person, { siteId, articleId, version, revision });
    return { ...site, articleId, restore };
  }

  it("is a version of its own, by who asks for it; what stood there is kept", async () => {
    const { siteId, articleId, author, editor, restore } = await written();
    const before = await draftNow(siteId, articleId);
    assert.deepEqual(await restore(editor, 3), { version: 8 });
    assert.deepEqual(await draftNow(siteId, articleId), {
      ...before,
      ...{ body: "Version 3.", tags: [], version: 8, updatedBy: editor.uid, updatedAt: stamp() },
    });
    const kept = await revisionsNow(siteId, articleId);
    assert.deepEqual(
      kept.map(({ version, body }) => [version, body]),
      [
        [1, "Version 1."],
        [3, "Version 3."],
        [5, "Version 5."],
        [7, "As it is."],
      ],
    );
    assert.deepEqual([kept[3]?.savedBy, kept[3]?.savedAt], [author.uid, before.updatedAt]);
    assert.deepEqual(await restore(editor, 7, 8), { version: 9 });
    assert.equal((await draftNow(siteId, articleId)).body, "As it is.");
  });

  it("is kept once, though its event is heard of, too", async () => {
    const { siteId, articleId, author, restore } = await written();
    const event = await changed(siteId, articleId, () => restore(author, 1));
    await Promise.all([hear(event), hear(event)]);
    const versions = (await revisionsNow(siteId, articleId)).map(({ version }) => version);
    assert.deepEqual(versions, [1, 3, 5, 7]);
  });

  it("leaves the newest 25, also where its event is heard of at once", async () => {
    const all = Array.from({ length: 25 }, (_, n) => n + 30);
    for (let time = 0; time < 5; time++) {
      const { siteId, articleId, author } = await written(all);
      const fields = { version: 60, updatedAt: stamp(-HOUR) };
      await changeDraft(siteId, articleId, fields);
      const before = await draftNow(siteId, articleId);
      const after = { ...before, version: 61, updatedAt: stamp() };
      let heard: Promise<void> | undefined;
      const { failure } = await hookCommits(
        async (n, commit) => {
          const outcome = await commit();
          if (n === 1) heard = hear({ siteId, articleId, before, after });
          return outcome;
        },
        () => call(restoreRevision, author, { siteId, articleId, version: 60, revision: 30 }),
      );
      assert.equal(failure, undefined);
      await heard;
      const versions = (await revisionsNow(siteId, articleId)).map(({ version }) => version);
      assert.deepEqual(versions, [...all.slice(1), 60]);
      assert.equal((await draftNow(siteId, articleId)).body, "Version 30.");
    }
  });

  it("is refused of what is not kept: it never was, or was pruned", async () => {
    const { siteId, articleId, author, restore } = await written();
    const none = ["not-found", "no-such-revision"] as const;
    const before = await draftNow(siteId, articleId);
    await refused(restore(author, 2), ...none);
    await revisionsOf(siteId, articleId).doc("1").delete();
    await refused(restore(author, 1), ...none);
    assert.deepEqual(await draftNow(siteId, articleId), before);
    assert.equal((await revisionsNow(siteId, articleId)).length, 2);
  });

  it("is refused on top of a version that the caller has not seen, with the one there is", async () => {
    const { siteId, articleId, author, editor, restore } = await written();
    await saveDraft(siteId, articleId, author);
    const details = await refused(restore(editor, 3), "failed-precondition", "version-conflict");
    assert.deepEqual([details.version, details.updatedBy], [8, author.uid]);
    const attempt = beforeCommit(
      () => saveDraft(siteId, articleId, author, { body: "In between." }),
      () => restore(editor, 3, 8),
    );
    await refused(attempt, "failed-precondition", "version-conflict");
    assert.equal((await draftNow(siteId, articleId)).body, "In between.");
    await restore(editor, 3, 9);
  });

  it("is, of two at once, the one that came first, though they ask for the same", async () => {
    const same = await written();
    const twice = [same.restore(same.author, 1), same.restore(same.editor, 1)];
    const ends = (await Promise.allSettled(twice)).map(({ status }) => status);
    assert.deepEqual(ends.sort(), ["fulfilled", "rejected"]);
    const { siteId, articleId, author, editor, restore } = await written();
    const outcomes = await Promise.allSettled([restore(author, 1), restore(editor, 3)]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const { version, updatedBy, body } = await draftNow(siteId, articleId);
    const isAuthor = outcomes[0]?.status === "fulfilled";
    assert.deepEqual(
      [version, updatedBy, body],
      isAuthor ? [8, author.uid, "Version 1."] : [8, editor.uid, "Version 3."],
    );
  });

  it("is done once where the answer is lost, or who asks dies and asks again", async () => {
    for (const fail of ["lost", "before", "after"] as const) {
      const { siteId, articleId, author, restore } = await written();
      if (fail === "lost") {
        const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
        assert.deepEqual(await restore(author, 3), { version: 8 });
        assert.ok(happened());
      } else {
        assert.ok(await dyingAt(1, fail, () => restore(author, 3)));
      }
      assert.deepEqual(await restore(author, 3), { version: 8 });
      assert.equal((await draftNow(siteId, articleId)).version, 8);
      assert.equal((await revisionsNow(siteId, articleId)).length, 4);
    }
  });

  it("makes what is published a draft again, and readers see what they saw", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putPublished(siteId, author, { version: 2 });
    await putRevisions(siteId, articleId, author, [1]);
    pass(HOUR);
    const before = await articleNow(siteId, articleId);
    await call(restoreRevision, author, { siteId, articleId, version: 2, revision: 1 });
    const { state, live } = await draftNow(siteId, articleId);
    assert.deepEqual([state, live?.version], ["draft", 2]);
    assert.deepEqual(await articleNow(siteId, articleId), before);
  });
});
