import assert from "node:assert/strict";
import {
  doc,
  getDoc,
  increment,
  serverTimestamp,
  setDoc,
  Timestamp,
} from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { commit, counting, type Said, saying, takingBack } from "../support/rulesCounts.ts";
import { article, mark, oldMark, report } from "../support/rulesDocuments.ts";
import {
  author,
  daysAgo,
  editor,
  otherVisitor,
  said,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

const bread = "sites/home/articles/bread";

describe("content rules: the number of comments", () => {
  const { as } = guarded("content-comment-counts", {
    ...standingSite(),
    ...standingSite("elsewhere"),
    "sites/home/articles/tea": article("home"),
    [`${bread}/articleComments/mine`]: said(),
    [`${bread}/articleComments/again`]: said(),
    [`${bread}/articleComments/theirs`]: said({}, otherVisitor),
    [`${bread}/articleComments/hidden`]: said({ hidden: "moderator" }),
    "sites/home/articles/tea/articleComments/of-tea": said(),
    "sites/elsewhere/articles/bread/articleComments/far": said(),
    [`sites/home/commenters/${visitor}`]: oldMark(visitor, { commentId: "mine" }),
    [`sites/home/commenters/${otherVisitor}`]: oldMark(otherVisitor, { commentId: "theirs" }),
    [`sites/elsewhere/commenters/${visitor}`]: oldMark(visitor),
  });
  const db = () => as(visitor);
  const say = (...all: Said[]) => commit(db(), ...all.map((one) => saying(visitor, one)));
  const takeBack = (...all: Said[]) => commit(db(), ...all.map((one) => takingBack(visitor, one)));
  /** How it is moved. */
  const moves = async (by: number, attempt: () => Promise<unknown>) => {
    const count = async () => (await getDoc(doc(as(editor), bread))).data()?.comments;
    const before = await count();
    await granted(attempt());
    assert.equal((await count()) - before, by);
  };
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);

  it("moves by one with each that is said, and back with each that is taken back", async () => {
    await moves(1, () => say({ id: "new" }));
    await moves(-1, () => takeBack({ id: "new" }));
    await moves(-1, () => takeBack({ id: "mine" }));
  });

  it("does not move with one that was hidden", async () => {
    await refused(takeBack({ id: "hidden" }));
    await refused(takeBack({ id: "hidden", by: null, mark: null }));
    await moves(0, () => takeBack({ id: "hidden", by: null }));
  });

  it("moves by nothing but one, whichever way", async () => {
    for (const by of [null, 2, -1, 0.5, Number.NaN]) {
      await refused(say({ id: "new", by }), `saying, and moving it by ${by}`);
    }
    for (const by of [null, 1, -2, -0.5]) {
      await refused(takeBack({ id: "again", by }), `taking back, and moving it by ${by}`);
    }
  });

  it("moves with no comment that is missing", async () => {
    await refused(say({ id: "new", comment: null }));
    await refused(takeBack({ id: "again", comment: null }));
    for (const by of [1, -1, 5]) await refused(commit(db(), counting(bread, "comments", by)));
    await refused(setDoc(doc(db(), bread), { comments: 0 }, { merge: true }));
  });

  it("moves with no mark that is missing, or another's", async () => {
    await refused(say({ id: "new", mark: null }));
    await refused(takeBack({ id: "again", mark: null }));
    await refused(takeBack({ id: "again", mark: null, by: null }));
    await refused(say({ id: "new", mark: { uid: otherVisitor } }));
    await refused(
      commit(db(), saying(visitor, { id: "new", mark: null }), (batch) =>
        batch.set(
          doc(db(), `sites/home/commenters/${otherVisitor}`),
          mark(otherVisitor, "bread", "new"),
        ),
      ),
    );
  });

  it("comes with no mark of another's beside one's own, that would keep them waiting", async () => {
    for (const uid of [otherVisitor, "somebody-new"]) {
      const theirs = doc(db(), `sites/home/commenters/${uid}`);
      const attempt = commit(db(), saying(visitor, { id: "new" }), (batch) =>
        batch.set(theirs, mark(uid, "bread", "new")),
      );
      await refused(attempt, uid);
    }
  });

  it("comes with no mark of anything but comments", async () => {
    const below = `theirs/reports/${visitor}`;
    const attempt = commit(db(), (batch) => {
      batch.set(doc(db(), `${bread}/articleComments/${below}`), report(visitor));
      batch.set(doc(db(), `sites/home/commenters/${visitor}`), mark(visitor, "bread", below));
    });
    await refused(attempt);
  });

  it("moves with no mark of before", async () => {
    await refused(say({ id: "new", mark: { at: past } }));
    await refused(say({ id: "new", mark: { at: Timestamp.now() } }));
    await refused(say({ id: "new", mark: { commentedAt: past } }));
    await refused(say({ id: "new", mark: { commentedAt: daysAgo(-1) } }));
    await refused(takeBack({ id: "again", mark: { at: past } }));
    await refused(takeBack({ id: "again", mark: { commentedAt: daysAgo(1) } }));
    await refused(takeBack({ id: "again", mark: { commentedAt: serverTimestamp() } }));
  });

  it("moves with no mark that names another comment", async () => {
    for (const commentId of ["again", "theirs", "hidden", "none"]) {
      const aside = { commentId };
      await refused(say({ id: "new", mark: aside }), `saying, with the mark of ${commentId}`);
      await refused(say({ id: "new", comment: null, mark: aside }), `with ${commentId} alone`);
    }
    await refused(takeBack({ id: "again", mark: { commentId: "theirs" } }));
    await refused(say({ id: "new", mark: { articleId: "tea" } }));
    await refused(takeBack({ id: "again", mark: { articleId: "tea", commentId: "of-tea" } }));
  });

  it("moves with no comment of another article or site", async () => {
    const elsewhere = { siteId: "elsewhere", id: "new", by: null };
    const tea = { articleId: "tea", id: "new", by: null };
    for (const other of [elsewhere, tea]) {
      await refused(commit(db(), saying(visitor, other), counting(bread, "comments", 1)));
      await refused(
        commit(
          db(),
          saying(visitor, { ...other, mark: null }),
          saying(visitor, { id: "new", comment: null }),
        ),
      );
    }
    await refused(say({ id: "new", comment: null }, { ...tea, mark: null }));
    await refused(
      commit(
        db(),
        takingBack(visitor, { articleId: "tea", id: "of-tea", by: null }),
        counting(bread, "comments", -1),
      ),
    );
  });

  it("does not move twice in one commit", async () => {
    await refused(say({ id: "new" }, { id: "next" }));
    await refused(say({ id: "new" }, { id: "next", by: null }));
    await refused(say({ id: "new", by: 2 }, { id: "next", by: null }));
    await refused(say({ id: "new" }, { id: "next", mark: null }));
    await refused(say({ id: "new" }, { id: "next", comment: null, mark: null }));
    await refused(say({ id: "new", articleId: "tea" }, { id: "new" }));
    await refused(takeBack({ id: "again" }, { id: "again", comment: null, mark: null }));
    await refused(
      commit(db(), saying(visitor, { id: "new" }), takingBack(visitor, { id: "again" })),
    );
    await refused(
      commit(
        db(),
        saying(visitor, { id: "new", by: null }),
        takingBack(visitor, { id: "again", by: null }),
      ),
    );
  });

  it("does not move with what is said and taken back in the same commit", async () => {
    const fleeting = (by: number | null) =>
      commit(
        db(),
        saying(visitor, { id: "new", by }),
        takingBack(visitor, { id: "new", by: null }),
      );
    for (const by of [1, -1, null]) await refused(fleeting(by), `by ${by}`);
    await refused(
      commit(
        db(),
        takingBack(visitor, { id: "again", by: null }),
        saying(visitor, { id: "again", by: null }),
      ),
    );
  });

  it("does not move with another's comment", async () => {
    await refused(takeBack({ id: "theirs" }));
    await refused(takeBack({ id: "theirs", comment: null }));
    await refused(say({ id: "new", comment: { authorId: otherVisitor } }));
    await refused(commit(as(author), counting(bread, "comments", -1)));
    await refused(commit(as(editor), takingBack(editor, { id: "theirs" })));
    await granted(commit(as(otherVisitor), takingBack(otherVisitor, { id: "theirs" })));
  });

  it("moves with nothing else of the article's", async () => {
    for (const smuggled of [{ likes: 1_000 }, { title: "Mine" }, { commentsOpen: false }]) {
      const attempt = commit(db(), saying(visitor, { id: "new", by: null }), (batch) =>
        batch.update(doc(db(), bread), { comments: increment(1), ...smuggled }),
      );
      await refused(attempt, Object.keys(smuggled).join());
    }
  });
});
