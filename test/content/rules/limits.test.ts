import assert from "node:assert/strict";
import { doc, setDoc } from "firebase/firestore/lite";
import { ArticleComment } from "../../../functions/src/content/comments/schema.ts";
import { Draft } from "../../../functions/src/content/schema.ts";
import { MAX_MEMBERS, type SiteRole } from "../../../functions/src/content/team/schema.ts";
import { denied, granted, guarded, putRules, rulesText } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import {
  commit,
  following,
  liking,
  saying,
  takingBack,
  unfollowing,
  unliking,
} from "../support/rulesCounts.ts";
import { comment, draft, team } from "../support/rulesDocuments.ts";
import {
  author,
  contributor,
  editor,
  kept,
  marksOf,
  otherVisitor,
  roles,
  said,
  save,
  standingSite,
  visitor,
} from "../support/rulesSites.ts";

/** What somebody writes of which no field could be longer, or ask more of the rules. */
const largest = {
  title: "😀".repeat(100),
  slug: "x".repeat(80),
  summary: "é".repeat(500),
  body: "😀".repeat(25_000),
  tags: Array.from({ length: 10 }, (_, n) => `${n}-`.padEnd(40, "x")),
  cover: { url: `https://${"h".repeat(200)}:65535/${"p".repeat(400)}`, alt: "é".repeat(200) },
  byline: "é".repeat(80),
};

/** As many people as a team takes, with those who are tried as the last of them. */
const crowd: Record<string, SiteRole> = {
  ...Object.fromEntries(
    Array.from({ length: MAX_MEMBERS - 5 }, (_, n) => [`person-${n}`.padEnd(28, "x"), "reader"]),
  ),
  ...roles,
};

/** The same rules, of which each write of `path` costs so many expressions more. */
function dearer(path: string, expressions: number): string {
  const [before, after = ""] = rulesText.split(`match ${path} {\n`);
  assert.ok(after, path);
  const idle = `[${Array(expressions).fill("0").join(",")}].size() > 0`;
  const end = after.indexOf("\n    }\n");
  const section = after
    .slice(0, end)
    .replaceAll(/allow (create|update|delete): if /g, `$&${idle} && `);
  return `${before}match ${path} {\n${section}${after.slice(end)}`;
}

/** Each is tried anew under rules that cost more. */
let tries = 0;

describe("content rules: within the limits of rules", () => {
  const ids = Array.from({ length: 9 }, (_, n) => `${n}`);
  const { as, project } = guarded("content-limits", {
    ...standingSite(),
    ...marksOf([visitor]),
    "siteTeams/home": team(crowd),
    ...Object.fromEntries(ids.map((id) => [`sites/home/drafts/largest-${id}`, kept(largest)])),
    "sites/home/articles/bread/articleComments/root": said({}, otherVisitor),
  });
  const drafts = "sites/home/drafts";
  const reply = { text: "é".repeat(2_000), byline: "é".repeat(80), replyTo: "root" };

  /** It passes at hundreds of expressions more, and not at a thousand. */
  const hasRoom = async (path: string, more: number, attempt: () => Promise<unknown>) => {
    await putRules(project, dearer(path, more));
    await granted(attempt());
    await putRules(project, dearer(path, 1_000));
    await denied(attempt(), path, /Service call error/);
  };

  it("the largest draft is begun, with room for 500 expressions more", async () => {
    const now = { createdAt: past, updatedAt: past };
    const good = { ...draft(contributor, largest), ...now };
    assert.deepEqual(Draft.parse(good), good);
    await hasRoom("/sites/{site}/drafts/{draft}", 500, () =>
      setDoc(doc(as(contributor), `${drafts}/made-${tries++}`), draft(contributor, largest)),
    );
  });

  it("the largest draft is saved by an editor, with room for 300 more", async () => {
    const other = { ...largest, title: "é".repeat(200), tags: [...largest.tags].reverse() };
    await hasRoom("/sites/{site}/drafts/{draft}", 300, () =>
      save(as(editor), `${drafts}/largest-${tries++ % 9}`, editor, 1, other),
    );
  });

  it("the longest comment is made as a reply, with room for 500 more", async () => {
    const good = { ...comment(visitor, reply), createdAt: past, updatedAt: past };
    assert.deepEqual(ArticleComment.parse(good), good);
    await hasRoom("/sites/{site}/articles/{article}/articleComments/{comment}", 500, () =>
      commit(as(visitor), saying(visitor, { id: `made-${tries++}`, comment: reply })),
    );
  });

  /** The same rules, of which each write looks at some documents more. */
  const curious = (lookUps: number) => {
    const paths = Array.from(
      { length: lookUps },
      (_, n) => `!exists(/databases/$(database)/documents/none/n-${n})`,
    );
    return rulesText.replace(
      "function isSignedIn() {\n      return ",
      `$&${paths.join(" && ")} && `,
    );
  };

  const costly: Record<string, Parameters<typeof commit>[1]> = {
    "a reply is made": saying(author, { id: "reply", comment: { replyTo: "root" } }),
    "a reply is taken back": takingBack(author, { id: "reply" }),
    "an article is liked": liking(author),
    "an article is liked no longer": unliking(author),
    "a site is followed": following(author),
    "a site is followed no longer": unfollowing(author),
  };

  /**
   * Of a reply rules look at the account, the article before and after, the site, what is answered, the
   * mark after, the comment before and after: at most 7 for one of its three documents, and 14 if each
   * counts by itself.
   */
  it("likes, follows and replies stay within 10 look-ups a document and 20 a commit, with room for 3", async () => {
    const attempt = (what: string) => commit(as(author), costly[what] ?? assert.fail(what));
    await putRules(project, curious(11));
    for (const what of Object.keys(costly)) await denied(attempt(what), what, /^$/);
    await putRules(project, curious(3));
    for (const what of Object.keys(costly)) await granted(attempt(what), what);
  });
});
