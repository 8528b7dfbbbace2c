import fc from "fast-check";
import type { DocumentData } from "firebase/firestore/lite";
import {
  ArticleComment,
  Commenter,
  Report,
} from "../../../functions/src/content/comments/schema.ts";
import { Article, Draft, Favorite, Follow, Site } from "../../../functions/src/content/schema.ts";
import { Team } from "../../../functions/src/content/team/schema.ts";
import { type Way, way } from "../../support/differential.ts";
import { among, mostly, texts } from "../../support/rulesArbitraries.ts";
import { past } from "../../support/rulesShape.ts";
import { SERVER_TIME, type Write } from "../../support/rulesWire.ts";
import {
  addresses,
  bodies,
  bylines,
  covers,
  optionalLines,
  siteRoles,
  tags,
} from "./rulesArbitraries.ts";
import { comment, draft, favorite, follow, mark, oldMark, report } from "./rulesDocuments.ts";
import {
  author,
  contributor,
  editor,
  kept,
  owner,
  reader,
  roles,
  said,
  standingSite,
  visitor,
} from "./rulesSites.ts";

// How clients write what is content's.

const now = { updatedAt: SERVER_TIME };
const bread = "sites/home/articles/bread";
const speaker = "speaker";

/** What stands before. */
export const before: Record<string, DocumentData> = {
  ...standingSite(),
  "sites/home/drafts/open": kept(),
  "sites/home/drafts/submitted": kept({ state: "in_review" }),
  [`${bread}/articleComments/root`]: said(),
  [`${bread}/articleComments/mine`]: said({ approved: true }, speaker),
  [`sites/home/commenters/${speaker}`]: oldMark(speaker),
};

const of = (path: string, fields: DocumentData): DocumentData => ({ ...before[path], ...fields });

const writing = fc.record({
  title: optionalLines(200),
  slug: addresses,
  summary: optionalLines(500),
  body: bodies,
  tags,
  cover: covers,
  byline: bylines,
});

const inAnyOrder = (uids: string[]) => fc.shuffledSubarray(uids, { minLength: uids.length });

/** A team whose members are those that have a role; mostly. */
const teamFields = siteRoles(Object.keys(roles)).chain((drawn) => {
  const uids = Object.keys(drawn);
  const others = fc.constantFrom<unknown[]>([], [owner, owner], [owner, editor], [null], [7]);
  return mostly<unknown[]>(inAnyOrder(uids), others).map((memberIds) => ({
    roles: drawn,
    memberIds,
  }));
});

const { [reader]: _, ...withoutReader } = roles;

/** What marks a comment that is new, whether its author has marked one before or not. */
const marking = (uid: string, commentId: string): Write => ({
  path: `sites/home/commenters/${uid}`,
  put: { uid, articleId: "bread", commentId, at: SERVER_TIME, commentedAt: SERVER_TIME },
});

const counted = (path: string, field: string, by: number): Write => ({
  path,
  add: { [field]: by },
});

const saying = (uid: string, id: string): Write => ({
  path: `${bread}/articleComments/${id}`,
  create: { ...comment(uid), createdAt: SERVER_TIME, ...now },
});

const made = (document: DocumentData): DocumentData => ({ ...document, createdAt: SERVER_TIME });

export const ways: Record<string, Way> = {
  "a site is followed": way({
    schema: Site,
    path: "sites/home",
    by: visitor,
    good: of("sites/home", { followers: 8 }),
    along: () => [{ path: `users/${visitor}/follows/home`, create: made(follow("home")) }],
  }),
  "a team is changed by its owner": way({
    schema: Team,
    path: "siteTeams/home",
    by: owner,
    good: of("siteTeams/home", now),
    free: teamFields,
    also: ({ roles: after }) => Object.keys(after).every((uid) => Object.hasOwn(roles, uid)),
  }),
  "a team is left": way({
    schema: Team,
    path: "siteTeams/home",
    by: reader,
    good: of("siteTeams/home", { roles: withoutReader, ...now }),
    free: inAnyOrder(Object.keys(withoutReader)).map((memberIds) => ({ memberIds })),
  }),
  "a draft is begun": way({
    schema: Draft,
    path: "sites/home/drafts/new",
    by: contributor,
    good: draft(contributor),
    free: writing,
  }),
  "a page is begun": way({
    schema: Draft,
    path: "sites/home/drafts/new",
    by: owner,
    good: draft(owner, { kind: "page" }),
    free: writing.chain((fields) => among("article", "page").map((kind) => ({ ...fields, kind }))),
  }),
  "a draft is saved": way({
    schema: Draft,
    path: "sites/home/drafts/open",
    by: author,
    good: of("sites/home/drafts/open", { version: 2, ...now }),
    free: writing,
  }),
  "a draft is submitted": way({
    schema: Draft,
    path: "sites/home/drafts/open",
    by: author,
    good: of("sites/home/drafts/open", { state: "in_review", ...now }),
  }),
  "a draft is approved": way({
    schema: Draft,
    path: "sites/home/drafts/submitted",
    by: editor,
    good: of("sites/home/drafts/submitted", { state: "ready", ...now }),
    free: fc.record({ note: fc.oneof(texts(1_000), fc.constantFrom("", " ")) }),
  }),
  "a draft is rejected": way({
    schema: Draft,
    path: "sites/home/drafts/submitted",
    by: editor,
    good: of("sites/home/drafts/submitted", { state: "draft", ...now }),
    free: fc.record({ note: texts(1_000) }),
    also: ({ note }) => note === "" || note.trim() !== "",
  }),
  "a draft goes into the bin": way({
    schema: Draft,
    path: "sites/home/drafts/open",
    by: author,
    good: of("sites/home/drafts/open", { deletedAt: SERVER_TIME, ...now }),
    // It may also stay where it is.
    free: fc.record({ deletedAt: fc.constantFrom(null, SERVER_TIME) }),
    also: ({ deletedAt }) => [null, SERVER_TIME].includes(deletedAt),
  }),
  "an article is liked": way({
    schema: Article,
    path: bread,
    by: visitor,
    good: of(bread, { likes: 13 }),
    along: () => [
      {
        path: `users/${visitor}/favorites/home.bread`,
        create: made(favorite("home", "bread")),
      },
    ],
  }),
  "an article is commented on": way({
    schema: Article,
    path: bread,
    by: visitor,
    good: of(bread, { comments: 6 }),
    along: () => [saying(visitor, "new"), marking(visitor, "new")],
  }),
  "an article's comments are closed": way({
    schema: Article,
    path: bread,
    by: editor,
    good: of(bread, { commentsOpen: false }),
  }),
  "a comment is made": way({
    schema: ArticleComment,
    path: `${bread}/articleComments/new`,
    by: visitor,
    good: comment(visitor),
    free: fc.record({
      text: texts(2_000),
      byline: bylines,
      replyTo: mostly(fc.constantFrom(null, "root"), fc.constantFrom("", "none", "a/b")),
    }),
    also: ({ replyTo }) => [null, "root"].includes(replyTo),
    along: () => [marking(visitor, "new"), counted(bread, "comments", 1)],
  }),
  "a comment is changed": way({
    schema: ArticleComment,
    path: `${bread}/articleComments/mine`,
    by: speaker,
    good: of(`${bread}/articleComments/mine`, { approved: false, ...now }),
    free: fc.record({ text: texts(2_000) }),
  }),
  "somebody says something first": way({
    schema: Commenter,
    path: `sites/home/commenters/${visitor}`,
    by: visitor,
    good: { ...mark(visitor, "bread", "new") },
    along: () => [saying(visitor, "new"), counted(bread, "comments", 1)],
  }),
  "somebody says something more": way({
    schema: Commenter,
    path: `sites/home/commenters/${speaker}`,
    by: speaker,
    good: { ...mark(speaker, "bread", "new") },
    along: () => [saying(speaker, "new"), counted(bread, "comments", 1)],
  }),
  "somebody takes back what they said": way({
    schema: Commenter,
    path: `sites/home/commenters/${speaker}`,
    by: speaker,
    good: mark(speaker, "bread", "mine", { commentedAt: past }),
    along: () => [
      { path: `${bread}/articleComments/mine`, remove: true },
      counted(bread, "comments", -1),
    ],
  }),
  "a comment is reported": way({
    schema: Report,
    path: `${bread}/articleComments/root/reports/${speaker}`,
    by: speaker,
    good: report(speaker),
    free: fc.record({
      reason: among("spam", "abuse", "off_topic", "other"),
      note: fc.oneof(texts(500), fc.constant("")),
    }),
  }),
  "a favourite is kept": way({
    schema: Favorite,
    path: `users/${visitor}/favorites/home.bread`,
    by: visitor,
    good: favorite("home", "bread"),
    along: () => [counted(bread, "likes", 1)],
  }),
  "a follow is kept": way({
    schema: Follow,
    path: `users/${visitor}/follows/home`,
    by: visitor,
    good: follow("home"),
    along: () => [counted("sites/home", "followers", 1)],
  }),
};
