import assert from "node:assert/strict";
import {
  deleteDoc,
  doc,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { commit, type Said, saying, takingBack } from "../support/rulesCounts.ts";
import { article, mark, oldMark } from "../support/rulesDocuments.ts";
import { otherVisitor, said, standingSite, visitor } from "../support/rulesSites.ts";

const secondsAgo = (seconds: number) => Timestamp.fromMillis(Date.now() - seconds * 1_000);

/** The mark of who has said something so many seconds ago. */
const spoke = (uid: string, seconds: number) =>
  oldMark(uid, { commentId: "last", at: secondsAgo(seconds), commentedAt: secondsAgo(seconds) });

/** A site at which one waits for a day between two comments, and two articles of it. */
const slow = (id: string) => ({
  ...standingSite(id, { comments: { open: true, slowSeconds: 86_400, hideAt: 3 } }),
  [`sites/${id}/articles/tea`]: article(id),
  [`sites/${id}/articles/bread/articleComments/last`]: said(),
});

describe("content rules: slow mode", () => {
  const { as, asNewcomer } = guarded("content-slow", {
    ...slow("home"),
    ...slow("later"),
    ...slow("elsewhere"),
    ...standingSite("fast"),
    [`sites/home/commenters/${visitor}`]: spoke(visitor, 3_600),
    [`sites/later/commenters/${visitor}`]: spoke(visitor, 90_000),
    [`sites/fast/commenters/${visitor}`]: spoke(visitor, 0),
  });
  const db = () => as(visitor);
  const say = (one: Partial<Said>) => commit(db(), saying(visitor, { id: "new", ...one }));
  const ownMark = `sites/home/commenters/${visitor}`;
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);

  it("lets somebody speak again once its seconds are over, and not before", async () => {
    await refused(say({}));
    await granted(say({ siteId: "later" }));
    await refused(say({ siteId: "later", id: "next" }));
  });

  it("lets everybody speak at once where it is off", async () => {
    for (const id of ["one", "two"]) await granted(say({ siteId: "fast", id }));
  });

  it("keeps nobody else waiting, and at no other site", async () => {
    const other = as(otherVisitor);
    await granted(commit(other, saying(otherVisitor, { id: "first" })));
    await refused(commit(other, saying(otherVisitor, { id: "second" })));
    await granted(say({ siteId: "elsewhere" }));
  });

  it("is of the site: another article makes no difference", () =>
    refused(say({ articleId: "tea" })));

  it("is not passed by another mark, by none, or by one that says another time", async () => {
    await refused(say({ mark: null }));
    await refused(say({ mark: { commentedAt: secondsAgo(90_000) } }));
    await refused(say({ mark: { commentedAt: past } }));
    await refused(say({ mark: { at: secondsAgo(90_000), commentedAt: secondsAgo(90_000) } }));
    await refused(say({ mark: { uid: otherVisitor } }));
  });

  it("is not passed by setting the mark back, or deleting it", async () => {
    for (const fields of [
      { commentedAt: secondsAgo(90_000) },
      { at: serverTimestamp(), commentedAt: secondsAgo(90_000) },
      { at: serverTimestamp() },
      { at: serverTimestamp(), commentId: "none" },
      { at: serverTimestamp(), commentId: "none", commentedAt: secondsAgo(90_000) },
    ]) {
      await refused(updateDoc(doc(db(), ownMark), fields));
    }
    await refused(setDoc(doc(db(), ownMark), mark(visitor, "bread", "last")));
    await refused(deleteDoc(doc(db(), ownMark)));
    await refused(
      commit(db(), (batch) => batch.delete(doc(db(), ownMark)), saying(visitor, { id: "new" })),
    );
    await refused(
      commit(
        db(),
        (batch) => batch.update(doc(db(), ownMark), { commentedAt: secondsAgo(90_000) }),
        saying(visitor, { id: "new" }),
      ),
    );
  });

  it("is not passed by a mark that is made without a comment", async () => {
    const newcomer = asNewcomer("waits");
    const put = (fields: object) =>
      setDoc(doc(newcomer, "sites/home/commenters/waits"), {
        ...mark("waits", "bread", "none"),
        ...fields,
      });
    for (const fields of [{}, { commentedAt: past }, { commentId: "last" }, { at: past }]) {
      await refused(put(fields), Object.keys(fields).join());
    }
  });

  it("is not passed by taking back what one has said last", async () => {
    await granted(commit(db(), takingBack(visitor, { id: "last" })));
    await refused(say({}));
    await refused(
      commit(
        db(),
        takingBack(visitor, { id: "new", siteId: "elsewhere" }),
        saying(visitor, { id: "more", siteId: "elsewhere" }),
      ),
    );
  });

  it("is not passed by two comments in a commit, on one article or on two", async () => {
    const newcomer = asNewcomer("hastes");
    const both = (...all: Said[]) =>
      refused(commit(newcomer, ...all.map((one) => saying("hastes", one))));
    await both({ id: "one" }, { id: "two" });
    await both({ id: "one", by: 2 }, { id: "two", by: null });
    await both({ id: "one" }, { id: "one", articleId: "tea" });
    await both({ id: "one" }, { id: "two", articleId: "tea", mark: null });
    await granted(commit(newcomer, saying("hastes", { id: "one" })));
  });

  it("lets one through of five that somebody says at once, on five devices", async () => {
    const devices = Array.from({ length: 5 }, () => asNewcomer("in-a-hurry"));
    const outcomes = await Promise.allSettled(
      devices.map((device, n) =>
        commit(device, saying("in-a-hurry", { id: `at-once-${n}`, articleId: "tea" })),
      ),
    );
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
  });
});
