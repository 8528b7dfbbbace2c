import assert from "node:assert/strict";
import { scheduleArticle } from "../../../functions/src/content/scheduleArticle.ts";
import { unscheduleArticle } from "../../../functions/src/content/unscheduleArticle.ts";
import { DAY, HOUR, now, SECOND } from "../../../functions/src/core/clock.ts";
import { call, callWith, type Person, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { publishedAt, publishNow, watch } from "../support/publishing.ts";
import {
  changeDraft,
  draftNow,
  openSite,
  putDraft,
  putPublished,
  saveDraft,
} from "../support/sites.ts";

const wrongState = ["failed-precondition", "wrong-state"] as const;

describe("content: having a draft published at a time", () => {
  const { pass } = useStillClock();

  const inMilliseconds = (ahead: number) => new Date(now().getTime() + ahead).toISOString();
  const schedule = (
    person: Person,
    siteId: string,
    articleId: string,
    publishAt = inMilliseconds(DAY),
    version = 1,
  ) => call(scheduleArticle, person, { siteId, articleId, version, publishAt });

  it("fixes the time and shows nothing; the moment is the same in whatever zone it is said", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author);
    const before = await draftNow(siteId, articleId);
    const at = new Date(Math.ceil(now().getTime() / DAY) * DAY + 30 * DAY);
    const local = at.toISOString().replace("T00:00:00.000Z", "T02:00:00+02:00");
    const answer = await schedule(author, siteId, articleId, local);
    assert.deepEqual(answer, { publishAt: at.toISOString() });
    const { publishAt, ...rest } = await draftNow(siteId, articleId);
    assert.equal(publishAt?.toMillis(), at.getTime());
    const { publishAt: _, ...was } = before;
    assert.deepEqual(rest, { ...was, state: "scheduled" });
    assert.equal((await publishedAt(siteId)).size, 0);
  });

  it("is for a time to come, at most 366 days ahead, said with its zone", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author);
    for (const [ahead, reason] of [
      [-DAY, "time-passed"],
      [0, "time-passed"],
      [366 * DAY + 1, "too-far-ahead"],
    ] as const) {
      const attempt = schedule(author, siteId, articleId, inMilliseconds(ahead));
      const { field } = await refused(attempt, "failed-precondition", reason);
      assert.equal(field, "publishAt");
    }
    for (const publishAt of ["2030-01-01T09:00:00", "2030-01-01", "tomorrow", 1_900_000_000_000]) {
      const input = { siteId, articleId, version: 1, publishAt };
      const attempt = callWith<Promise<unknown>>(scheduleArticle, author, input);
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    assert.equal((await draftNow(siteId, articleId)).state, "draft");
    await schedule(author, siteId, articleId, inMilliseconds(366 * DAY));
    const other = await putDraft(siteId, author);
    await schedule(author, siteId, other, inMilliseconds(1));
  });

  it("is of what could be published now, and of the version that was seen", async () => {
    const { siteId, author, editor } = await openSite();
    const articleId = await putDraft(siteId, author, { title: "" });
    const attempt = schedule(author, siteId, articleId);
    const { fields } = await refused(attempt, "failed-precondition", "incomplete");
    assert.deepEqual(fields, ["title"]);
    await saveDraft(siteId, articleId, author, { title: "Bread" });
    const details = await refused(
      schedule(editor, siteId, articleId),
      "failed-precondition",
      "version-conflict",
    );
    assert.deepEqual([details.version, details.updatedBy], [2, author.uid]);
    const overtaken = beforeCommit(
      () => saveDraft(siteId, articleId, author),
      () => schedule(editor, siteId, articleId, inMilliseconds(DAY), 2),
      2,
    );
    await refused(overtaken, "failed-precondition", "version-conflict");
    await schedule(editor, siteId, articleId, inMilliseconds(DAY), 3);
  });

  it("again for the same time changes nothing; for another it is taken back first", async () => {
    const { siteId, contributor, reader, editor } = await openSite();
    const articleId = await putDraft(siteId, contributor, { state: "ready" });
    const [time, other] = [inMilliseconds(DAY), inMilliseconds(2 * DAY)];
    await schedule(contributor, siteId, articleId, time);
    const isUnchanged = await watch(siteId);
    for (const person of [contributor, reader]) {
      assert.deepEqual(await schedule(person, siteId, articleId, time), { publishAt: time });
    }
    await refused(schedule(editor, siteId, articleId, other), ...wrongState);
    assert.ok(await isUnchanged());
    await call(unscheduleArticle, editor, { siteId, articleId });
    await schedule(editor, siteId, articleId, other);
    assert.equal((await draftNow(siteId, articleId)).publishAt?.toDate().toISOString(), other);
  });

  it("is of two at once the one that came first", async () => {
    const { siteId, author, editor } = await openSite();
    const articleId = await putDraft(siteId, author);
    const times = [inMilliseconds(DAY), inMilliseconds(2 * DAY)];
    const attempt = beforeCommit(
      () => schedule(editor, siteId, articleId, times[0]),
      () => schedule(author, siteId, articleId, times[1]),
      2,
    );
    await refused(attempt, ...wrongState);
    assert.equal((await draftNow(siteId, articleId)).publishAt?.toDate().toISOString(), times[0]);
  });

  it("keeps what readers see of it until then", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putPublished(siteId, author);
    await saveDraft(siteId, articleId, author, { body: "Three." });
    const before = await publishedAt(siteId);
    await schedule(author, siteId, articleId, undefined, 2);
    assert.deepEqual(await publishedAt(siteId), before);
    assert.equal((await draftNow(siteId, articleId)).live?.version, 1);
  });

  it("is done once where its answer is lost or who asks dies, and so is taking it back", async () => {
    const { siteId, author } = await openSite();
    const lose = () => firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    const articleId = await putDraft(siteId, author);
    const unschedule = () => call(unscheduleArticle, author, { siteId, articleId });
    const publishAt = inMilliseconds(DAY);
    // The first is that of the count of calls.
    const lost = [lose(), lose()];
    assert.deepEqual(await schedule(author, siteId, articleId), { publishAt });
    assert.deepEqual(
      lost.map((happened) => happened()),
      [true, true],
    );
    const again = lose();
    assert.deepEqual(await unschedule(), { state: "ready" });
    assert.ok(again());
    for (const moment of ["before", "after"] as const) {
      await changeDraft(siteId, articleId, { state: "ready", publishAt: null });
      assert.ok(await dyingAt(2, moment, () => schedule(author, siteId, articleId)));
      assert.deepEqual(await schedule(author, siteId, articleId), { publishAt });
      assert.ok(await dyingAt(1, moment, unschedule));
      assert.deepEqual(await unschedule(), { state: "ready" });
    }
    assert.equal((await draftNow(siteId, articleId)).publishAt, null);
  });

  it("is taken back until it has come out, and then it is too late", async () => {
    const { siteId, author, editor } = await openSite();
    const articleId = await putDraft(siteId, author);
    await schedule(author, siteId, articleId, inMilliseconds(HOUR));
    pass(HOUR + SECOND);
    assert.deepEqual(await call(unscheduleArticle, editor, { siteId, articleId }), {
      state: "ready",
    });
    await publishNow(editor, siteId, articleId);
    const late = call(unscheduleArticle, editor, { siteId, articleId });
    const { state } = await refused(late, ...wrongState);
    assert.equal(state, "published");
  });
});
