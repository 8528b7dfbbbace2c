import assert from "node:assert/strict";
import { WINDOW } from "../../../functions/src/content/draft/revisions.ts";
import { forgetWriting } from "../../../functions/src/content/leaving/forgetWriting.ts";
import { draftsOf } from "../../../functions/src/content/schema.ts";
import { HOUR, MINUTE, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { changed, hear, revisionsNow, type Saved } from "../support/revisions.ts";
import { changeDraft, draftNow, openSite, putDraft, saveDraft } from "../support/sites.ts";

describe("content: what is kept of a draft", () => {
  const { pass } = useStillClock();
  /** Until the clock shows a whole ten minutes. */
  const toWindow = () => pass(WINDOW - (now().getTime() % WINDOW));

  async function begun() {
    const { siteId, author, editor } = await openSite();
    toWindow();
    const articleId = await putDraft(siteId, author, { body: "First." });
    const save = (fields = {}, by = author) =>
      changed(siteId, articleId, () => saveDraft(siteId, articleId, by, fields));
    return { siteId, articleId, author, editor, save };
  }

  /** So many saves, one after the other, of which the functions hear later. */
  async function series(siteId: string, articleId: string, count: number, every: number) {
    let before = await draftNow(siteId, articleId);
    return Array.from({ length: count }, (_, n): Saved => {
      pass(every);
      const body = `Save ${n + 1}.`;
      const after = { ...before, body, version: before.version + 1, updatedAt: stamp() };
      const saved = { siteId, articleId, before, after };
      before = after;
      return saved;
    });
  }

  it("is how it was left at the end of ten minutes by the clock, once somebody saves in another ten", async () => {
    const { siteId, articleId, author, save } = await begun();
    for (const body of ["Second.", "Third."]) {
      pass(4 * MINUTE);
      await hear(await save({ body }));
    }
    assert.deepEqual(await revisionsNow(siteId, articleId), []);
    const left = await draftNow(siteId, articleId);
    pass(2 * MINUTE - 1);
    await hear(await save({ body: "Fourth." }));
    assert.deepEqual(await revisionsNow(siteId, articleId), []);
    pass(1);
    await hear(await save({ body: "Fifth.", title: "Bread" }));
    const [kept, ...more] = await revisionsNow(siteId, articleId);
    assert.deepEqual(more, []);
    const { title, slug, summary, tags, cover, byline } = left;
    assert.deepEqual(kept, {
      ...{ title, slug, summary, body: "Fourth.", tags, cover, byline },
      ...{ version: 4, savedBy: author.uid, savedAt: stamp(-1) },
    });
  });

  it("is six times at most, of 300 saves in an hour", async () => {
    const { siteId, articleId } = await begun();
    pass(5 * MINUTE);
    const saves = await series(siteId, articleId, 300, 12 * SECOND);
    const billed = await firestore.costOf(async () => {
      for (const one of saves) await hear(one);
    });
    const kept = await revisionsNow(siteId, articleId);
    assert.deepEqual(
      kept.map(({ body }) => body),
      [24, 74, 124, 174, 224, 274].map((n) => `Save ${n}.`),
    );
    assert.equal(billed.writes, 6);
  });

  it("is what its author left, where others review it before somebody saves it", async () => {
    for (const state of ["in_review", "ready", "draft"] as const) {
      const { siteId, articleId, author, editor, save } = await begun();
      await hear(await save({ body: "As the author left it." }));
      const review = () => changeDraft(siteId, articleId, { state, updatedAt: stamp() });
      pass(HOUR);
      await hear(await changed(siteId, articleId, review));
      pass(MINUTE);
      await hear(await save({ body: "As the editor has it." }, editor));
      const [kept, ...more] = await revisionsNow(siteId, articleId);
      assert.deepEqual(more, []);
      assert.deepEqual(
        [kept?.body, kept?.version, kept?.savedBy, kept?.savedAt],
        ["As the author left it.", 2, author.uid, stamp(-HOUR - MINUTE)],
      );
    }
  });

  it("is nothing of what the server writes beside it", async () => {
    const { siteId, articleId } = await begun();
    pass(HOUR);
    const live = { version: 1, slug: "bread", at: stamp() };
    const work = () => changeDraft(siteId, articleId, { state: "published", live });
    await hear(await changed(siteId, articleId, work));
    assert.deepEqual(await revisionsNow(siteId, articleId), []);
  });

  it("is the newest 25, in whatever order, however often and however late it is heard of", async () => {
    const orders: ((saves: readonly Saved[]) => Promise<unknown>)[] = [
      (saves) => inTurn(saves),
      (saves) => inTurn(saves.toReversed()),
      (saves) => Promise.all([...saves, ...saves].map(hear)),
      (saves) => inTurn(saves).then(() => inTurn([...saves.slice(0, 5), ...saves.slice(-5)])),
    ];
    for (const order of orders) {
      const { siteId, articleId } = await begun();
      const saves = await series(siteId, articleId, 32, WINDOW);
      await order(saves);
      const versions = (await revisionsNow(siteId, articleId)).map(({ version }) => version);
      // The first of 33 versions is kept by the first of 32 saves.
      assert.deepEqual(
        versions,
        Array.from({ length: 25 }, (_, n) => n + 8),
      );
    }
  });

  it("is kept again by nothing once it is gone for good", async () => {
    const { siteId, articleId, save } = await begun();
    pass(WINDOW);
    const late = await save();
    await draftsOf(siteId).doc(articleId).delete();
    await hear(late);
    assert.deepEqual(await revisionsNow(siteId, articleId), []);
  });

  it("is kept again by nothing once its author is forgotten", async () => {
    const { siteId, articleId, author, save } = await begun();
    pass(WINDOW);
    const late = await save();
    await forgetWriting({ uid: author.uid, emails: [], alias: "somebody" });
    await hear(late);
    assert.deepEqual(await revisionsNow(siteId, articleId), []);
  });

  it("is kept once where the answer is lost, and by who hears of it again where somebody dies", async () => {
    const { siteId, articleId, save } = await begun();
    pass(WINDOW);
    const first = await save();
    const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    await hear(first);
    assert.ok(happened());
    await hear(first);
    assert.equal((await revisionsNow(siteId, articleId)).length, 1);
    pass(WINDOW);
    const second = await save();
    const refused = firestore.inject({ method: "Commit", kind: "refused", code: 3 });
    await assert.rejects(hear(second));
    assert.ok(refused());
    await hear(second);
    assert.equal((await revisionsNow(siteId, articleId)).length, 2);
  });
});

async function inTurn(saves: readonly Saved[]): Promise<void> {
  for (const one of saves) await hear(one);
}
