import assert from "node:assert/strict";
import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  increment,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import { denied, granted, guarded, signedIn } from "../../support/rules.ts";
import { past, standing } from "../../support/rulesShape.ts";
import {
  commit,
  counting,
  favoriteOf,
  liking,
  type Step,
  unliking,
} from "../support/rulesCounts.ts";
import { article, favorite } from "../support/rulesDocuments.ts";
import { confirmed, otherVisitor, standingSite, visitor } from "../support/rulesSites.ts";

const bread = "sites/home/articles/bread";
const liked = (articleId: string) => ({
  [favoriteOf(visitor, { articleId })]: standing(favorite("home", articleId)),
});

describe("content rules: likes", () => {
  const { as, only } = guarded("content-likes", {
    ...standingSite(),
    ...standingSite("elsewhere"),
    ...Object.fromEntries(
      ["tea", "liked", "kept"].map((id) => [`sites/home/articles/${id}`, article("home")]),
    ),
    "sites/home/articles/dark": article("home", { published: false }),
    "sites/home/articles/was-out": article("home", { published: false }),
    ...liked("liked"),
    ...liked("kept"),
    ...liked("was-out"),
    ...liked("gone"),
    [favoriteOf(otherVisitor, { articleId: "tea" })]: standing(favorite("home", "tea")),
  });
  const db = () => as(visitor);
  const go = (...steps: Step[]) => commit(db(), ...steps);
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);
  const likes = async (path = bread) => (await getDoc(doc(db(), path))).data()?.likes;

  it("are of who has a verified address, each in their own name", async () => {
    const before = await likes();
    await only(confirmed, (database, person) => commit(database, liking(person)));
    assert.equal((await likes()) - before, confirmed.length);
    await only([], (database, person) => commit(database, liking(person)));
    await only(confirmed, (database, person) => commit(database, unliking(person)));
    assert.equal(await likes(), before);
    await refused(commit(as(otherVisitor), liking(visitor)));
    await refused(go(unliking(otherVisitor, { articleId: "tea" })));
  });

  it("are nobody's for another, behind one's own in the same commit", async () => {
    await refused(go(liking(visitor), liking(otherVisitor, { by: null })));
    const tea = { articleId: "tea" };
    await granted(go(liking(visitor, tea)));
    await refused(go(unliking(visitor, tea), unliking(otherVisitor, { ...tea, by: null })));
    await granted(go(unliking(visitor, tea)));
  });

  it("are under the name of what is liked, and under no other beside it", async () => {
    const again = doc(db(), `users/${visitor}/favorites/home.other`);
    await refused(go(liking(visitor), (batch) => batch.set(again, favorite("home", "bread"))));
  });

  it("are not changed, not even of what is gone", async () => {
    for (const articleId of ["liked", "gone"]) {
      const path = favoriteOf(visitor, { articleId });
      await refused(updateDoc(doc(db(), path), { createdAt: serverTimestamp() }), articleId);
    }
  });

  it("are seen by whose they are, 50 to the page", async () => {
    const mine = favoriteOf(visitor, { articleId: "kept" });
    await only([visitor], (database) => getDoc(doc(database, mine)));
    const page = (size: number) =>
      only(size === 50 ? signedIn : [], (database, person) =>
        getDocs(query(collection(database, `users/${person}/favorites`), limit(size))),
      );
    await page(50);
    await page(51);
    const others = collection(as(otherVisitor), `users/${visitor}/favorites`);
    await refused(getDocs(query(others, limit(1))));
  });

  it("move the number by nothing but one", async () => {
    for (const by of [null, 2, -1, 0.5, Number.NaN]) await refused(go(liking(visitor, { by })));
    for (const by of [null, 1, -2, -0.5]) {
      await refused(go(unliking(visitor, { articleId: "liked", by })));
    }
  });

  it("move no number without a favourite that comes or goes", async () => {
    for (const by of [1, -1, 100]) await refused(go(counting(bread, "likes", by)));
    for (const by of [1, -1]) {
      await refused(go(counting("sites/home/articles/liked", "likes", by)));
    }
    await refused(setDoc(doc(db(), bread), { likes: 0 }, { merge: true }));
  });

  it("move no number of another article, or site", async () => {
    const tea = "sites/home/articles/tea";
    const far = "sites/elsewhere/articles/bread";
    for (const other of [tea, far]) {
      await refused(go(liking(visitor, { by: null }), counting(other, "likes", 1)), other);
      await refused(go(liking(visitor), counting(other, "likes", 1)), other);
    }
    await refused(
      go(unliking(visitor, { articleId: "liked", by: null }), counting(tea, "likes", -1)),
    );
    await refused(go(liking(visitor, { favorite: { articleId: "tea" } })));
    await refused(go(liking(visitor, { favorite: { siteId: "elsewhere" } })));
    const crossed = { favorite: { articleId: "tea" }, by: null };
    await refused(go(liking(visitor, crossed), counting(tea, "likes", 1)));
  });

  it("of two articles move both numbers, in one commit too", async () => {
    const tea = { articleId: "tea" };
    await refused(go(liking(visitor), liking(visitor, { ...tea, by: null })));
    await refused(go(liking(visitor, { by: 2 }), liking(visitor, { ...tea, by: null })));
    await granted(go(liking(visitor), liking(visitor, tea)));
    await granted(go(unliking(visitor), unliking(visitor, tea)));
  });

  it("don't move twice in one commit", async () => {
    await refused(go(liking(visitor), counting(bread, "likes", 1)));
    await refused(go(liking(visitor), liking(visitor)));
    const path = "sites/home/articles/liked";
    const once = unliking(visitor, { articleId: "liked" });
    await refused(go(once, counting(path, "likes", -1)));
    await refused(go(once, once));
  });

  it("don't come and go in one commit, in whichever order and however the number moves", async () => {
    for (const by of [null, 1, -1]) {
      await refused(
        go(
          unliking(visitor, { articleId: "liked", by }),
          liking(visitor, { articleId: "liked", by: null }),
        ),
      );
    }
    for (const by of [1, -1]) {
      await refused(go(liking(visitor, { by }), unliking(visitor, { by: null })));
    }
    await refused(
      setDoc(doc(db(), favoriteOf(visitor, { articleId: "liked" })), favorite("home", "liked")),
    );
  });

  it("are of articles that are out; of one that is not any more they are taken back", async () => {
    await refused(go(liking(visitor, { articleId: "dark" })));
    await refused(go(liking(visitor, { articleId: "none", by: null })));
    await refused(deleteDoc(doc(db(), favoriteOf(visitor, { articleId: "was-out" }))));
    await granted(go(unliking(visitor, { articleId: "was-out" })));
    await granted(deleteDoc(doc(db(), favoriteOf(visitor, { articleId: "gone" }))));
  });

  it("are of now", async () => {
    for (const createdAt of [past, Timestamp.now()]) {
      await refused(go(liking(visitor, { favorite: { createdAt } })));
    }
  });

  it("move nothing else of the article's", async () => {
    for (const smuggled of [{ comments: 0 }, { title: "Mine" }, { updatedAt: Timestamp.now() }]) {
      const attempt = go(liking(visitor, { by: null }), (batch) =>
        batch.update(doc(db(), bread), { likes: increment(1), ...smuggled }),
      );
      await refused(attempt, Object.keys(smuggled).join());
    }
    await granted(go(liking(visitor)));
  });
});
