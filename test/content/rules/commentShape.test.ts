import { doc, serverTimestamp, setDoc } from "firebase/firestore/lite";
import { denied, guarded } from "../../support/rules.ts";
import { only } from "../../support/rulesFields.ts";
import { keepsShape, ofEveryType, text, timeOfWriting, without } from "../../support/rulesShape.ts";
import { commit, saying } from "../support/rulesCounts.ts";
import { comment, mark } from "../support/rulesDocuments.ts";
import { byline } from "../support/rulesFields.ts";
import {
  change,
  marksOf,
  otherVisitor,
  said,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

const bread = "sites/home/articles/bread";

describe("content rules: comments, in shape", () => {
  const { as } = guarded("content-comment-shape", {
    ...standingSite(),
    ...marksOf([visitor]),
    [`${bread}/articleComments/root`]: said({}, otherVisitor),
    [`${bread}/articleComments/kept`]: said(),
  });
  let made = 0;
  const words = text(2_000);
  /** Standing as it was is no change, and nothing else is taken. */
  const settled = ["authorId", "byline", "replyTo", "hidden", "approved", "createdAt"];

  keepsShape(
    {
      fields: {
        text: { ...words, right: { ...words.right, "two lines": "Mine took three.\nOr four." } },
        authorId: only("who writes it", visitor, { "somebody else": otherVisitor }),
        byline,
        replyTo: {
          right: { nothing: null, "another comment": "root" },
          wrong: {
            ...without(without(ofEveryType, "nothing"), "a word"),
            "no id": "",
            "a path": "root/reports",
            "a list of it": ["root"],
          },
        },
        hidden: only("nothing", null, { "by a moderator": "moderator", "by reports": "reports" }),
        approved: only("not yet", false, { "in words": "false" }),
        createdAt: timeOfWriting,
        updatedAt: timeOfWriting,
      },
      good: () => comment(visitor),
      create: (whole) => commit(as(visitor), saying(visitor, { id: `made-${made++}`, whole })),
      update: (fields) => change(as(visitor), `${bread}/articleComments/kept`, fields),
    },
    settled,
  );
});

describe("content rules: marks of who commented, in shape", () => {
  const fresh = Array.from({ length: 80 }, (_, n) => `fresh-${n}`);
  const { as } = guarded("content-mark-shape", {
    ...standingSite(),
    ...marksOf([visitor]),
    ...Object.assign({}, ...fresh.map((id) => standingSite(id))),
  });
  let begun = 0;
  let made = 0;
  const ids = {
    ...without(ofEveryType, "a word"),
    "another's": "other",
    "a path": "bread/articleComments",
    "64 letters": "x".repeat(64),
  };
  /** Says something, with a mark as `put` writes it. */
  const say = (siteId: string, id: string, put: Parameters<typeof commit>[1]) =>
    commit(as(visitor), saying(visitor, { siteId, id, mark: null }), put);

  keepsShape(
    {
      fields: {
        uid: only("who writes it", visitor, { "somebody else": otherVisitor }),
        articleId: { right: { "the article": "bread" }, wrong: ids },
        commentId: { right: { "the comment": "new" }, wrong: ids },
        at: timeOfWriting,
        commentedAt: timeOfWriting,
      },
      good: () => mark(visitor, "bread", "new"),
      // One for each site.
      create: (document) => {
        const siteId = fresh[begun++] ?? "";
        const path = `sites/${siteId}/commenters/${visitor}`;
        return say(siteId, "new", (batch, db) => batch.set(doc(db, path), document));
      },
      update: ({ updatedAt: _, ...fields }) => {
        const commentId = `made-${made++}`;
        const now = { articleId: "bread", commentId, at: serverTimestamp() };
        const path = `sites/home/commenters/${visitor}`;
        return say("home", commentId, (batch, db) =>
          batch.update(doc(db, path), { ...now, commentedAt: serverTimestamp(), ...fields }),
        );
      },
    },
    ["commentId"],
  );

  // In a commit of several, the comment may be what is refused first.
  it("refuses a mark alone, whatever it names", async () => {
    const path = `sites/home/commenters/${visitor}`;
    for (const [articleId, commentId] of [
      ["bread", "new"],
      ["a/path", "new"],
      ["bread", "a/path"],
    ] as const) {
      const alone = setDoc(doc(as(visitor), path), mark(visitor, articleId, commentId));
      await denied(alone, `${articleId}, ${commentId}`);
    }
  });
});
