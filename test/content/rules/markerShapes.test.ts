import { doc, setDoc } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { only } from "../../support/rulesFields.ts";
import {
  keepsShape,
  ofEveryType,
  oneOf,
  optionalText,
  timeOfWriting,
  without,
} from "../../support/rulesShape.ts";
import { commit, following, liking } from "../support/rulesCounts.ts";
import { article, favorite, follow, report } from "../support/rulesDocuments.ts";
import { otherVisitor, said, standingSite, visitor } from "../support/rulesSites.ts";

/** Enough for each time that something is written. */
const many = Array.from({ length: 60 }, (_, n) => `n-${n}`);
const comments = "sites/home/articles/bread/articleComments";

describe("content rules: reports, in shape", () => {
  const { as } = guarded("content-report-shape", {
    ...standingSite(),
    ...Object.fromEntries(many.map((id) => [`${comments}/${id}`, said({}, otherVisitor)])),
  });
  let made = 0;

  keepsShape({
    fields: {
      uid: only("who writes it", visitor, { "somebody else": otherVisitor }),
      reason: oneOf(["spam", "abuse", "off_topic", "other"], ["", "Spam", "off topic"]),
      note: optionalText(500),
      createdAt: timeOfWriting,
    },
    good: () => report(visitor),
    create: (document) =>
      setDoc(doc(as(visitor), `${comments}/${many[made++]}/reports/${visitor}`), document),
  });
});

describe("content rules: favourites, in shape", () => {
  const { as } = guarded("content-favorite-shape", {
    ...standingSite(),
    ...standingSite("elsewhere"),
    ...Object.fromEntries(many.map((id) => [`sites/home/articles/${id}`, article("home")])),
  });
  let made = 0;
  const other = { ...without(ofEveryType, "a word"), none: "", another: "elsewhere" };

  keepsShape({
    fields: {
      siteId: { right: {}, wrong: { ...other, "no slug": "Home" } },
      articleId: { right: {}, wrong: { ...other, "a path": "n-0/articleComments" } },
      createdAt: timeOfWriting,
    },
    good: () => favorite("home", many[made] ?? ""),
    create: (whole) => {
      const articleId = many[made++] ?? "";
      return commit(as(visitor), liking(visitor, { articleId, whole }));
    },
  });
});

describe("content rules: follows, in shape", () => {
  const { as } = guarded("content-follow-shape", {
    ...standingSite(),
    ...Object.assign({}, ...many.map((id) => standingSite(id))),
  });
  let made = 0;

  keepsShape({
    fields: {
      siteId: {
        right: {},
        wrong: { ...without(ofEveryType, "a word"), none: "", another: "home" },
      },
      createdAt: timeOfWriting,
    },
    good: () => follow(many[made] ?? ""),
    create: (whole) => {
      const siteId = many[made++] ?? "";
      return commit(as(visitor), following(visitor, { siteId, whole }));
    },
  });
});
