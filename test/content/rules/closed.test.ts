import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { everybody, guarded } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { article, invite } from "../support/rulesDocuments.ts";
import { owner, standingSite } from "../support/rulesSites.ts";

const slug = { articleId: "bread", createdAt: past };

describe("content rules: what the server writes", () => {
  const { closed, only, readBy, writtenByNobody } = guarded("content-closed", {
    ...standingSite(),
    "sites/home/articles/dark": article("home", { published: false }),
    "sites/home/slugs/two-days-of-bread": slug,
    "sites/home/tags/bread": { count: 1 },
    "sites/home/siteInvites/one": invite(),
    "sites/home/siteInvites/two": invite(),
    "sites/none/siteInvites/one": invite(),
    "formerSites/gone": { deletedAt: past },
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

  it("of addresses is looked up by everybody, and listed by nobody", async () => {
    const path = "sites/home/slugs/two-days-of-bread";
    await only(everybody, (db) => getDoc(doc(db, path)));
    await only([], (db) => getDocs(query(collection(db, "sites/home/slugs"), limit(1))));
    await writtenByNobody(path);
  });

  it("of tags is seen by everybody, 50 to the page", async () => {
    await readBy(everybody, "sites/home/tags/bread");
    await writtenByNobody("sites/home/tags/bread");
  });

  it("of addresses that sites had is neither seen nor written by anybody", async () => {
    await closed("formerSites/gone");
    await writtenByNobody("formerSites/gone");
    // Nobody sets themselves up at one by making it free, or keeps others from one.
    for (const id of ["home", "free"]) {
      await only([], (db) => setDoc(doc(db, `formerSites/${id}`), { deletedAt: past }));
    }
  });

  it("of invitations is seen and taken back by owners, and written by nobody", async () => {
    const invites = "sites/home/siteInvites";
    await readBy([owner], `${invites}/one`);
    await only([], (db, person) => setDoc(doc(db, `${invites}/by-${person}`), invite()));
    await only([], (db) => setDoc(doc(db, `${invites}/one`), invite()));
    await only([], (db) => updateDoc(doc(db, `${invites}/one`), { role: "owner" }));
    await only([owner], (db) => deleteDoc(doc(db, `${invites}/two`)));
  });
});
