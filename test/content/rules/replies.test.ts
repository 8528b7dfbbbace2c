import type { DocumentData } from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import { commit, saying } from "../support/rulesCounts.ts";
import { article } from "../support/rulesDocuments.ts";
import {
  change,
  editor,
  marksOf,
  otherVisitor,
  said,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

const bread = "sites/home/articles/bread/articleComments";

describe("content rules: replies", () => {
  const { as } = guarded("content-replies", {
    ...standingSite(),
    ...marksOf([visitor]),
    "sites/home/articles/tea": article("home"),
    [`${bread}/first`]: said({}, otherVisitor),
    [`${bread}/mine`]: said(),
    [`${bread}/7`]: said({}, otherVisitor),
    [`${bread}/reply`]: said({ replyTo: "first" }, otherVisitor),
    [`${bread}/hidden`]: said({ hidden: "reports" }, otherVisitor),
    [`${bread}/hidden-mine`]: said({ hidden: "moderator" }),
    "sites/home/articles/tea/articleComments/of-tea": said({}, otherVisitor),
  });
  let made = 0;
  const answer = (replyTo: unknown, fields: DocumentData = {}) =>
    commit(as(visitor), saying(visitor, { id: `new-${made++}`, comment: { replyTo, ...fields } }));
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);

  it("are to comments that are to be seen, one's own too", async () => {
    for (const id of ["first", "mine"]) await granted(answer(id), id);
  });

  it("are not to replies", () => refused(answer("reply")));

  it("are not to what is hidden, by whomever it was said", async () => {
    for (const id of ["hidden", "hidden-mine"]) await refused(answer(id), id);
    await refused(commit(as(editor), saying(editor, { id: "e", comment: { replyTo: "hidden" } })));
    await granted(commit(as(editor), saying(editor, { id: "e", comment: { replyTo: "first" } })));
  });

  it("are not to comments of another article, or to what is not there", async () => {
    for (const id of ["of-tea", "none", "", "../../tea/articleComments/of-tea", "first/reports"]) {
      await refused(answer(id), id);
    }
    for (const id of [["first"], { id: "first" }, 7, true]) {
      await refused(answer(id), JSON.stringify(id));
    }
    await granted(answer("7"));
  });

  it("are not to what is said in the same commit", async () => {
    const both = commit(
      as(visitor),
      saying(visitor, { id: "root", mark: null, by: 2 }),
      saying(visitor, { id: "leaf", comment: { replyTo: "root" }, by: null }),
    );
    await refused(both);
    await refused(answer(`new-${made}`), "to itself");
  });

  it("stay replies, and to the same comment", async () => {
    const path = `${bread}/mine`;
    for (const replyTo of ["first", "none", null]) {
      const attempt = change(as(otherVisitor), `${bread}/reply`, { replyTo });
      await (replyTo === "first" ? granted(attempt) : refused(attempt, `${replyTo}`));
    }
    await refused(change(as(visitor), path, { replyTo: "first" }));
  });
});
