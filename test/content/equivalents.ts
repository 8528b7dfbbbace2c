import type { Equivalent } from "../../dev/prove/mutation.ts";

const draft = "/sites/{site}/drafts/{draft}";
const article = "/sites/{site}/articles/{article}";
const comment = `${article}/articleComments/{comment}`;
const commenter = "/sites/{site}/commenters/{uid}";
const favorite = "/users/{uid}/favorites/{favorite}";
const follow = "/users/{uid}/follows/{site}";

const noTeam = "A site with a / in its name has no team, and so nobody of it.";
const stays = "What may change at all is named before, and this is not among it.";
const whole = "Comments have all of their fields and no others, before and after.";
const counted = "A count moves in the same commit, and its rule asks for that.";
const both = "A count moves in the same commit, and by what comes or goes, not by what changes.";
const marked =
  "A mark is of the comment that this commit makes or takes back, and the comment's rule asks.";
const named = "A mark names the comment in the same commit, and its rule asks for an id.";
const slash =
  "The emulator takes a / in what a path is made of for part of a name, and finds no comment.";
const none = "There is no such article.";
const server = "No client deletes an article or a site.";

type Edit = [where: string, from: string, to: string];

const because = (reason: string, ...edits: Edit[]): Equivalent[] =>
  edits.map(([where, from, to]) => ({ where, from, to, because: reason }));

/** Reads a document after the commit in the place of before. */
const later = (where: string, from: string): Edit => [
  where,
  from,
  from.replace("before()", "after()"),
];
const without = (where: string, from: string): Edit => [where, from, ""];

const shown =
  "shownAfter(commentOn(site, article, mark.commentId)) - shown(commentOn(site, article, mark.commentId))";
const gone =
  "(/databases/$(database)/documents/sites/$(before().siteId)/articles/$(before().articleId))";
const goneSite = "(/databases/$(database)/documents/sites/$(site))";
const kept = (keys: string, ...more: string[]) =>
  `after().diff(before()).${keys}().hasOnly([${["'text'", "'approved'", "'updatedAt'", ...more].join(", ")}])`;
const saved = (state: string) =>
  `(isEditor() ? ${state} != 'scheduled' : isOwn() && before().state in ['draft', 'published'])`;
const waited = (sign: string) =>
  `before().commentedAt ${sign} request.time - duration.value(siteAt(site).comments.slowSeconds, 's')`;

const provider = (name: string) => `request.auth.token.firebase.sign_in_provider != '${name}'`;

/** Mutants of the rules that are no mistakes. */
export const equivalents: Equivalent[] = [
  ...because(
    noTeam,
    ...[
      draft,
      "/sites/{site}/siteInvites/{invite}",
      `${draft}/revisions/{revision}`,
      "/sites/{site}/reported/{comment}",
    ].map((path): Edit => [`${path} /{site}`, "/{site}", "/{site=**}"]),
  ),
  ...because(
    stays,
    later(`${draft} isSaved()`, "before().deletedAt == null"),
    [`${draft} isSaved()`, saved("before().state"), saved("after().state")],
    later(`${draft} isReviewed()`, "before().deletedAt == null"),
    later(`${draft} isBinned()`, "before().live == null"),
    later(`${draft} isBinned()`, "before().state != 'scheduled'"),
    later(`${draft} isOwn()`, "before().authorId == request.auth.uid"),
    later(`${comment} allow update`, "isUser(before().authorId)"),
    later(`${comment} allow update`, "before().hidden == null"),
  ),
  ...because(
    "What is saved stays in its state, and what was published is a draft again.",
    later(`${draft} isSaved()`, "before().state in ['draft', 'published']"),
  ),
  ...because(
    whole,
    [`${comment} allow update`, kept("affectedKeys"), kept("changedKeys")],
    [`${comment} allow update`, kept("affectedKeys"), kept("affectedKeys", "'canary'")],
  ),
  ...because(
    counted,
    without(`${comment} allow create`, "isConfirmed()"),
    without(`${comment} allow create`, "after().hidden == null"),
    without(`${favorite} allow create`, "isConfirmed()"),
    without(`${follow} allow create`, "isConfirmed()"),
  ),
  ...because(
    both,
    [`${comment} allow create`, "create", "create, update"],
    [`${comment} allow delete`, "delete", "delete, update"],
    [`${favorite} allow create`, "create", "create, update"],
    [`${follow} allow create`, "create", "create, update"],
  ),
  ...because(
    marked,
    [
      `${article} shownChange()`,
      `mark.at == request.time && mark.articleId == article ? ${shown} : 0`,
      `(${shown})`,
    ],
    without(`${article} shownChange()`, "mark.at == request.time"),
    without(`${article} shownChange()`, "mark.articleId == article"),
    without(`${article} shownAfter()`, "getAfter(comment).data.hidden == null"),
    without(`${article} shown()`, "get(comment).data.hidden == null"),
    without(`${comment} isMarkOf()`, "mark.at == request.time"),
    without(`${comment} isMarkOf()`, "mark.articleId == article"),
    without(`${commenter} isMark()`, "after().at == request.time"),
    without(`${commenter} isMark()`, "isId(after().articleId)"),
  ),
  ...because(named, without(`${comment} allow create`, "isId(comment)")),
  ...because(slash, without(`${commenter} isMark()`, "isId(after().commentId)")),
  ...because("The instant itself can't be met.", [
    `${commenter} allow update`,
    waited("<="),
    waited("<"),
  ]),
  ...because(
    none,
    without(`${favorite} allow create`, "isSlug(after().siteId)"),
    without(`${favorite} allow create`, "isId(after().articleId)"),
  ),
  ...because(
    server,
    [`${favorite} allow delete`, `!exists${gone}`, `!existsAfter${gone}`],
    [`${follow} allow delete`, `!exists${goneSite}`, `!existsAfter${goneSite}`],
  ),
  ...because(
    "Where it is asked for, another document of the same commit asks who is signed in.",
    without("isConfirmed()", "isSignedIn()"),
  ),
  ...because(
    "No guest has a verified address, and who is none has a token that says; readers/likes.test.ts makes one up.",
    without("isConfirmed()", provider("anonymous")),
    ["isConfirmed()", provider("anonymous"), provider("anonymousx")],
  ),
];
