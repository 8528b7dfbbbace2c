import assert from "node:assert/strict";
import {
  collection,
  doc,
  getDoc,
  getDocs,
  limit,
  type QueryConstraint,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  where,
} from "firebase/firestore/lite";
import { denied, everybody, granted, guarded, type Person } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { wire } from "../../support/rulesWire.ts";
import { commit, type Said, saying, takingBack } from "../support/rulesCounts.ts";
import { article, comment, oldMark } from "../support/rulesDocuments.ts";
import {
  author,
  change,
  confirmed,
  editor,
  editors,
  marksOf,
  otherVisitor,
  said,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

const bread = "sites/home/articles/bread/articleComments";
const dark = "sites/home/articles/dark/articleComments";
const isHidden = { hidden: "reports" };

describe("content rules: comments", () => {
  const { project, as, only } = guarded("content-comments", {
    ...standingSite(),
    ...standingSite("shut", { comments: { open: false, slowSeconds: 0, hideAt: 3 } }),
    ...standingSite("going", { deletedAt: past }),
    ...marksOf([visitor, otherVisitor]),
    "sites/home/articles/shut": article("home", { commentsOpen: false }),
    "sites/home/articles/dark": article("home", { published: false }),
    [`${bread}/seen`]: said(),
    [`${bread}/hidden`]: said(isHidden),
    [`${bread}/approved`]: said({ approved: true }),
    [`${bread}/theirs`]: said({}, otherVisitor),
    [`${dark}/mine`]: said(),
    "sites/home/articles/shut/articleComments/mine": said(),
  });
  const at = (id: string) => doc(as(visitor), `${bread}/${id}`);
  const say = (one: Partial<Said>) => commit(as(visitor), saying(visitor, { id: "new", ...one }));
  const edit = (path: string, fields: object) => change(as(visitor), path, fields);
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);

  it("are seen by everybody, without signing in too", () =>
    only(everybody, (db) => getDoc(doc(db, `${bread}/seen`))));

  it("that an editor lets stand are looked at anew once they are changed", async () => {
    const approved = `${bread}/approved`;
    await denied(edit(approved, { text: "Something else." }));
    await denied(edit(`${bread}/seen`, { text: "Something else.", approved: true }));
    await granted(edit(approved, { text: "Something else.", approved: false }));
  });

  it("that are hidden are seen by who said them and by editors", () =>
    only([...editors, visitor], (db) => getDoc(doc(db, `${bread}/hidden`))));

  it("of what is not out are seen by who said them and by editors", () =>
    only([...editors, visitor], (db) => getDoc(doc(db, `${dark}/mine`))));

  it("are listed 50 to the page: what is to be seen by everybody, all of it by editors", async () => {
    const list = (people: readonly Person[], path: string, ...which: QueryConstraint[]) =>
      only(people, (db) => getDocs(query(collection(db, path), ...which)));
    const isSeen = where("hidden", "==", null);
    await list(everybody, bread, isSeen, limit(50));
    await list([], bread, isSeen, limit(51));
    await list([], bread, isSeen);
    await list(editors, bread, limit(50));
    await list(editors, bread, where("hidden", "!=", null), limit(50));
    await list(editors, bread, where("authorId", "==", visitor), limit(50));
    await list(editors, dark, isSeen, limit(50));
    const page = (fields: object) => {
      const field = { fieldPath: "hidden" };
      const wanted = { unaryFilter: { field, op: "IS_NULL" } };
      const from = [{ collectionId: "articleComments" }];
      const paged = { from, where: wanted, limit: 50, ...fields };
      return wire(project).query(paged, undefined, "sites/home/articles/bread");
    };
    assert.equal(await page({}), true);
    assert.equal(await page({ offset: 1 }), false);
  });

  it("are made by who has a verified address, each in their own name", async () => {
    await only(confirmed, (db, person) => commit(db, saying(person, { id: `of-${person}` })));
    await refused(say({ comment: { authorId: otherVisitor } }));
    await refused(commit(as("guest"), saying(visitor, { id: "new" })));
  });

  it("are made of what is out, where the article's and the site's comments are open", async () => {
    await refused(say({ articleId: "shut" }), "a closed article");
    await refused(say({ articleId: "dark" }), "an article that is not out");
    await refused(say({ siteId: "shut" }), "a closed site");
    await refused(say({ siteId: "going" }), "a site that is taken down");
    await refused(say({ articleId: "none", by: null }), "no article");
    await refused(say({ siteId: "none", by: null }), "no site");
    await refused(
      commit(as(editor), saying(editor, { id: "new", articleId: "shut" })),
      "an editor",
    );
    await granted(say({}));
  });

  it("are made in sight, and not approved, by editors too", async () => {
    for (const fields of [{ hidden: "moderator" }, isHidden, { approved: true }]) {
      const id = "by-editor";
      await refused(commit(as(editor), saying(editor, { id, comment: fields })));
    }
    for (const createdAt of [past, Timestamp.now()]) {
      await refused(say({ id: "other", comment: { createdAt } }));
    }
  });

  it("have those ids that others can answer", async () => {
    for (const id of ["a.b", "é", "x".repeat(64)]) await refused(say({ id }), id);
    await granted(say({ id: "_a-B9" }));
  });

  it("are changed by who said them, in their text, and by nobody else", async () => {
    const fields = { text: "No, four." };
    await only([visitor], (db) => change(db, `${bread}/seen`, fields));
    await only([otherVisitor], (db) => change(db, `${bread}/theirs`, fields));
    await granted(edit("sites/home/articles/shut/articleComments/mine", fields));
  });

  it("smuggle nothing else in by a change", async () => {
    for (const fields of [
      { authorId: otherVisitor },
      { byline: "The Editors" },
      { replyTo: "theirs" },
      { hidden: "moderator" },
      { approved: true },
      { createdAt: serverTimestamp() },
      { createdAt: past.toDate().getTime() },
      { canary: true },
    ]) {
      await refused(
        edit(`${bread}/seen`, { text: "Four.", ...fields }),
        Object.keys(fields).join(),
      );
    }
    await refused(setDoc(at("seen"), comment(visitor)), "anew");
  });

  it("that are hidden, or of what is not out, are changed by nobody", async () => {
    await only([], (db) => change(db, `${bread}/hidden`, { text: "No, four." }));
    await only([], (db) => change(db, `${bread}/hidden`, { hidden: null }));
    await only([], (db) => change(db, `${bread}/hidden`, { approved: true }));
    await only([], (db) => change(db, `${dark}/mine`, { text: "No, four." }));
  });

  it("are taken back by who said them; where they are closed, and of what is not out, too", async () => {
    const takeBack = (person: Person, one: Said) => commit(as(person), takingBack(person, one));
    for (const person of [editor, author, otherVisitor] as const) {
      await refused(takeBack(person, { id: "seen" }), person);
    }
    await granted(takeBack(visitor, { id: "seen" }));
    await granted(takeBack(visitor, { id: "mine", articleId: "shut" }));
    await granted(takeBack(visitor, { id: "mine", articleId: "dark" }));
  });

  it("leave a mark that is seen by whose it is, and deleted by nobody", async () => {
    const path = `sites/home/commenters/${visitor}`;
    await only([visitor], (db) => getDoc(doc(db, path)));
    await only([], (db) => getDocs(query(collection(db, "sites/home/commenters"), limit(1))));
    await only([], (db) => commit(db, (batch) => batch.delete(doc(db, path))));
    await only([], (db) => setDoc(doc(db, path), oldMark(visitor)));
  });

  it("are opened and closed by editors, article by article", async () => {
    const path = "sites/home/articles/bread";
    const close = (fields: object) => (db: Parameters<typeof commit>[0]) =>
      commit(db, (batch) => batch.update(doc(db, path), fields));
    const others = everybody.filter((person) => !(editors as readonly Person[]).includes(person));
    for (const person of others) await denied(close({ commentsOpen: false })(as(person)), person);
    for (const person of editors) {
      await granted(close({ commentsOpen: false })(as(person)), person);
      await granted(close({ commentsOpen: true })(as(person)), person);
    }
    for (const wrong of [null, "false", 0]) await only([], close({ commentsOpen: wrong }));
    await only([], close({ commentsOpen: false, title: "Mine" }));
    await only([], close({ commentsOpen: false, updatedAt: serverTimestamp() }));
  });
});
