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
import { commit, counting, following, type Step, unfollowing } from "../support/rulesCounts.ts";
import { follow } from "../support/rulesDocuments.ts";
import { confirmed, otherVisitor, standingSite, visitor } from "../support/rulesSites.ts";

const followed = (siteId: string, uid: string = visitor) => ({
  [`users/${uid}/follows/${siteId}`]: standing(follow(siteId)),
});

describe("content rules: who follows a site", () => {
  const { as, only } = guarded("content-follows", {
    ...standingSite(),
    ...standingSite("elsewhere"),
    ...standingSite("followed"),
    ...standingSite("going", { deletedAt: past }),
    ...followed("followed"),
    ...followed("going"),
    ...followed("gone"),
    ...followed("elsewhere", otherVisitor),
  });
  const db = () => as(visitor);
  const go = (...steps: Step[]) => commit(db(), ...steps);
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);
  const followers = async () => (await getDoc(doc(db(), "sites/home"))).data()?.followers;

  it("has a verified address, and follows in their own name", async () => {
    const before = await followers();
    await only(confirmed, (database, person) => commit(database, following(person)));
    assert.equal((await followers()) - before, confirmed.length);
    await only([], (database, person) => commit(database, following(person)));
    await only(confirmed, (database, person) => commit(database, unfollowing(person)));
    assert.equal(await followers(), before);
    await refused(commit(as(otherVisitor), following(visitor)));
    await refused(go(unfollowing(otherVisitor, { siteId: "elsewhere" })));
  });

  it("follows for nobody else, behind themselves in the same commit", async () => {
    await refused(go(following(visitor), following(otherVisitor, { by: null })));
    const far = { siteId: "elsewhere" };
    await granted(go(following(visitor, far)));
    await refused(go(unfollowing(visitor, far), unfollowing(otherVisitor, { ...far, by: null })));
    await granted(go(unfollowing(visitor, far)));
  });

  it("changes nothing of it, not even of what is gone", async () => {
    for (const siteId of ["followed", "gone"]) {
      const marker = doc(db(), `users/${visitor}/follows/${siteId}`);
      await refused(updateDoc(marker, { createdAt: serverTimestamp() }), siteId);
    }
  });

  it("sees whom they follow, 50 to the page; nobody else does", async () => {
    await only([visitor], (database) => getDoc(doc(database, `users/${visitor}/follows/followed`)));
    const page = (size: number) =>
      only(size === 50 ? signedIn : [], (database, person) =>
        getDocs(query(collection(database, `users/${person}/follows`), limit(size))),
      );
    await page(50);
    await page(51);
    const others = collection(as(otherVisitor), `users/${visitor}/follows`);
    await refused(getDocs(query(others, limit(1))));
  });

  it("moves the number by nothing but one", async () => {
    for (const by of [null, 2, -1, 0.5, Number.NaN]) {
      await refused(go(following(visitor, { by })), `by ${by}`);
    }
    for (const by of [null, 1, -2, -0.5]) {
      await refused(go(unfollowing(visitor, { siteId: "followed", by })), `by ${by}`);
    }
  });

  it("moves no number without beginning or ending to follow", async () => {
    for (const path of ["sites/home", "sites/followed", "sites/going"]) {
      for (const by of [1, -1]) await refused(go(counting(path, "followers", by)), path);
    }
    await refused(setDoc(doc(db(), "sites/home"), { followers: 0 }, { merge: true }));
  });

  it("moves no number of another site", async () => {
    const far = counting("sites/elsewhere", "followers", 1);
    await refused(go(following(visitor, { by: null }), far));
    await refused(go(following(visitor), far));
    await refused(go(following(visitor, { follow: { siteId: "elsewhere" } })));
    await refused(go(following(visitor, { follow: { siteId: "elsewhere" }, by: null }), far));
    await refused(
      go(
        unfollowing(visitor, { siteId: "followed", by: null }),
        counting("sites/home", "followers", -1),
      ),
    );
  });

  it("moves no number twice in one commit", async () => {
    await refused(go(following(visitor), counting("sites/home", "followers", 1)));
    await refused(go(following(visitor), following(visitor)));
    const once = unfollowing(visitor, { siteId: "followed" });
    await refused(go(once, once));
    for (const by of [null, 1, -1]) {
      await refused(
        go(
          unfollowing(visitor, { siteId: "followed", by }),
          following(visitor, { siteId: "followed", by: null }),
        ),
      );
    }
    await refused(setDoc(doc(db(), `users/${visitor}/follows/followed`), follow("followed")));
  });

  it("follows what is there; what is being taken down, or gone, is left", async () => {
    await refused(go(following(visitor, { siteId: "none", by: null })));
    await refused(commit(as(otherVisitor), following(otherVisitor, { siteId: "going" })));
    await granted(go(unfollowing(visitor, { siteId: "going" })));
    await granted(deleteDoc(doc(db(), `users/${visitor}/follows/gone`)));
  });

  it("follows as of now", async () => {
    for (const createdAt of [past, Timestamp.now()]) {
      await refused(go(following(visitor, { follow: { createdAt } })));
    }
  });

  it("moves nothing else of the site's", async () => {
    for (const smuggled of [{ title: "Mine" }, { version: 9 }, { deletedAt: past }]) {
      const attempt = go(following(visitor, { by: null }), (batch) =>
        batch.update(doc(db(), "sites/home"), { followers: increment(1), ...smuggled }),
      );
      await refused(attempt, Object.keys(smuggled).join());
    }
    await granted(go(following(visitor)));
  });
});
