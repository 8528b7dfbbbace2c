import {
  collection,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { everybody, guarded } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { article } from "../support/rulesDocuments.ts";
import { owner, standingSite } from "../support/rulesSites.ts";

describe("content rules: what the server writes", () => {
  const { only, writtenByNobody } = guarded("content-closed", {
    ...standingSite(),
    "sites/home/articles/dark": article("home", { published: false }),
  });

  it("of a site is seen by everybody, but they don't leaf through sites", async () => {
    await only(everybody, (db) => getDoc(doc(db, "sites/home")));
    await only([], (db) => getDocs(query(collection(db, "sites"), limit(1))));
    await writtenByNobody("sites/home");
  });

  it("of a site's settings is written by nobody, who owns it neither", async () => {
    for (const fields of [
      { title: "Mine" },
      { followers: 9 },
      { version: 5 },
      { deletedAt: past },
      { "comments.open": false },
      { theme: { accent: "#000000", font: "sans", scheme: "auto", logo: null } },
    ]) {
      await only([], (db) => updateDoc(doc(db, "sites/home"), fields));
    }
  });

  it("of articles is seen by everybody where it is out, 50 to the page", async () => {
    const path = "sites/home/articles";
    const isOut = where("published", "==", true);
    await only(everybody, (db) => getDoc(doc(db, `${path}/bread`)));
    await only([], (db) => getDoc(doc(db, `${path}/dark`)));
    await only(everybody, (db) => getDocs(query(collection(db, path), isOut, limit(50))));
    await only([], (db) => getDocs(query(collection(db, path), isOut, limit(51))));
    await only([], (db) => getDocs(query(collection(db, path), limit(1))));
    await writtenByNobody(`${path}/bread`);
  });

  it("of articles is changed by nobody but for its counts, who owns the site neither", async () => {
    for (const fields of [
      { title: "Mine" },
      { html: "<script>alert(1)</script>" },
      { slug: "mine" },
      { published: false },
      { version: 9 },
      { authorId: owner },
      { siteId: "elsewhere" },
      { tags: [] },
    ]) {
      await only([], (db) => updateDoc(doc(db, "sites/home/articles/bread"), fields));
    }
    await only([], (db) => updateDoc(doc(db, "sites/home/articles/dark"), { published: true }));
  });
});
