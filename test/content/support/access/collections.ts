import { doc, type Firestore, setDoc, updateDoc } from "firebase/firestore/lite";
import {
  ArticleComment,
  Commenter,
  Report,
  Reported,
} from "../../../../functions/src/content/comments/schema.ts";
import {
  Article,
  Draft,
  Favorite,
  Follow,
  FormerSite,
  Revision,
  Site,
  SlugClaim,
  Tag,
} from "../../../../functions/src/content/schema.ts";
import { SiteInvite, Team } from "../../../../functions/src/content/team/schema.ts";
import type { Collection, Operation, Place } from "../../../support/access/table.ts";
import { past } from "../../../support/standing.ts";
import {
  commit,
  favoriteOf,
  following,
  liking,
  saying,
  takingBack,
  unfollowing,
  unliking,
} from "../rulesCounts.ts";
import * as good from "../rulesDocuments.ts";
import { said, save } from "../rulesSites.ts";
import {
  articleAt,
  commentAt,
  confirmed,
  draftAt,
  editors,
  everybody,
  markAt,
  type Role,
  SOMEBODY,
  signedIn,
  siteAt,
  team,
  teamAround,
  teamAt,
  writers,
} from "./cast.ts";
import { setRole } from "./sites.ts";

/** That all of them may do these, and what some of them may do over and above that. */
function may(
  people: readonly (Role | "nobody")[],
  operations: readonly Operation[],
  more: Collection<Role>["who"] = {},
): Collection<Role>["who"] {
  const same = people.map((role) => [role, [...operations, ...(more[role] ?? [])]]);
  return { ...more, ...Object.fromEntries(same) };
}

const get = ["get"] as const;
const read = ["get", "list"] as const;

/** The article, and the comment on it, that have the uid for their ids. */
const here = ({ id, uid }: Place) => ({ siteId: id, articleId: uid, id: uid });
const say = (db: Firestore, place: Place) => commit(db, saying(place.uid, here(place)));
const takeBack = (db: Firestore, place: Place) => commit(db, takingBack(place.uid, here(place)));
const withArticle = (place: Place) => ({ [articleAt(place)]: good.article(place.id) });
const withComment = (place: Place) => ({
  ...withArticle(place),
  [commentAt(place)]: said({}, SOMEBODY),
});

const drafts = {
  path: "sites/{site}/drafts/{draft}",
  how: "what becomes of it: below",
  schema: Draft,
  at: draftAt,
  wish: {},
  update: (db: Firestore, place: Place) =>
    save(db, draftAt(place), place.uid, 1, { title: "Three days of bread" }),
};
const articles = {
  path: "sites/{site}/articles/{article}",
  how: "whether it may be commented on; its numbers, with what they count",
  schema: Article,
  at: articleAt,
  by: ["published", null],
  wish: {},
  update: (db: Firestore, place: Place) =>
    updateDoc(doc(db, articleAt(place)), { commentsOpen: false }),
};
const comments = {
  path: "sites/{site}/articles/{article}/articleComments/{comment}",
  schema: ArticleComment,
  at: commentAt,
  beside: (place: Place) => ({
    ...withArticle(place),
    [markAt(place)]: good.oldMark(place.uid),
  }),
  by: ["hidden", null],
  wish: { text: "No, four.", approved: false },
  delete: takeBack,
};
const reports = {
  path: "sites/{site}/articles/{article}/articleComments/{comment}/reports/{uid}",
  schema: Report,
  beside: withComment,
  wish: { note: "Look." },
};
const commenters = {
  path: "sites/{site}/commenters/{uid}",
  schema: Commenter,
  wish: { commentedAt: past },
};
const favorites = {
  path: "users/{uid}/favorites/{favorite}",
  schema: Favorite,
  document: ({ id, uid }: Place) => good.favorite(id, uid),
  beside: withArticle,
  wish: { articleId: "another" },
  create: (db: Firestore, place: Place) => commit(db, liking(place.uid, here(place))),
  delete: (db: Firestore, place: Place) => commit(db, unliking(place.uid, here(place))),
};
const follows = {
  path: "users/{uid}/follows/{site}",
  schema: Follow,
  document: ({ id }: Place) => good.follow(id),
  wish: { siteId: "another" },
};

export const collections: readonly Collection<Role>[] = [
  {
    path: "sites/{site}",
    who: may(everybody, get, may(confirmed, ["update"])),
    how: "its number of followers, by who begins or ends to follow it",
    schema: Site,
    at: siteAt,
    document: () => good.site(),
    wish: {},
    create: (db, { id }) => setDoc(doc(db, `sites/new-${id}`), good.site()),
    update: (db, { id, uid }) => commit(db, following(uid, { siteId: id })),
  },
  {
    path: "formerSites/{site}",
    who: {},
    schema: FormerSite,
    at: ({ id }) => `formerSites/${id}`,
    document: () => ({ deletedAt: past }),
    wish: { deletedAt: past },
  },
  {
    path: "siteTeams/{site}",
    who: may(team, read, { owner: ["update"] }),
    how: "whoever else is of it leaves by an update",
    schema: Team,
    at: teamAt,
    document: teamAround,
    by: ["memberIds"],
    wish: {},
    create: (db, place) => setDoc(doc(db, `siteTeams/new-${place.id}`), teamAround(place)),
    update: (db, place) => setRole(db, place, "a-member", "author"),
  },
  {
    path: "sites/{site}/siteInvites/{invite}",
    who: { owner: [...read, "delete"] },
    schema: SiteInvite,
    at: (place) => `${siteAt(place)}/siteInvites/one`,
    document: () => good.invite(),
    wish: { role: "owner" },
  },
  {
    ...drafts,
    which: "one's own",
    who: may(team, read, may(writers, ["create", "update"])),
    document: ({ uid }) => good.draft(uid),
  },
  {
    ...drafts,
    which: "another's",
    who: may(team, read, may(editors, ["update"])),
    document: () => good.draft(SOMEBODY),
  },
  {
    path: "sites/{site}/drafts/{draft}/revisions/{revision}",
    who: may(team, read),
    schema: Revision,
    at: (place) => `${draftAt(place)}/revisions/1`,
    document: ({ uid }) => good.revision(uid),
    wish: { title: "Mine" },
  },
  {
    ...articles,
    which: "published",
    who: may(everybody, read, may(editors, ["update"])),
    document: ({ id }) => good.article(id),
  },
  {
    ...articles,
    which: "not any more",
    who: may(editors, ["update"]),
    document: ({ id }) => good.article(id, { published: false }),
  },
  {
    path: "sites/{site}/slugs/{slug}",
    who: may(everybody, get),
    schema: SlugClaim,
    at: (place) => `${siteAt(place)}/slugs/two-days-of-bread`,
    document: ({ uid }) => ({ articleId: uid, createdAt: past }),
    wish: { articleId: "another" },
  },
  {
    path: "sites/{site}/tags/{tag}",
    who: may(everybody, read),
    schema: Tag,
    at: (place) => `${siteAt(place)}/tags/bread`,
    document: () => ({ count: 1 }),
    wish: { count: 2 },
  },
  {
    ...comments,
    which: "one's own",
    who: may(everybody, read, may(signedIn, ["update"], may(confirmed, ["create", "delete"]))),
    how: "made and taken back with the article's number and a mark",
    document: ({ uid }) => good.comment(uid),
    create: say,
  },
  {
    ...comments,
    which: "another's",
    who: may(everybody, read),
    document: () => good.comment(SOMEBODY),
  },
  {
    ...comments,
    which: "another's that is hidden",
    who: may(editors, read),
    document: () => good.comment(SOMEBODY, { hidden: "moderator" }),
  },
  {
    ...commenters,
    which: "one's own",
    who: may(signedIn, get, may(confirmed, ["create", "update"])),
    how: "in the commit of the comment that it names",
    at: markAt,
    document: ({ uid }) => good.oldMark(uid),
    beside: withArticle,
    create: say,
    update: say,
  },
  {
    ...commenters,
    which: "another's",
    who: {},
    at: (place) => `${siteAt(place)}/commenters/${SOMEBODY}`,
    document: () => good.oldMark(SOMEBODY),
  },
  {
    ...reports,
    which: "one's own",
    who: may(signedIn, get, may(confirmed, ["create"], may(editors, ["list"]))),
    at: (place) => `${commentAt(place)}/reports/${place.uid}`,
    document: ({ uid }) => good.report(uid),
  },
  {
    ...reports,
    which: "another's",
    who: may(editors, read),
    at: (place) => `${commentAt(place)}/reports/another`,
    document: () => good.report("another"),
  },
  {
    path: "sites/{site}/reported/{comment}",
    who: may(editors, read),
    schema: Reported,
    at: (place) => `${siteAt(place)}/reported/${place.uid}`,
    document: ({ uid }) => good.reported(uid),
    wish: { reports: 0 },
  },
  {
    ...favorites,
    which: "one's own",
    who: may(signedIn, read, may(confirmed, ["create", "delete"])),
    how: "in the commit that moves the article's likes",
    at: ({ id, uid }) => favoriteOf(uid, { siteId: id, articleId: uid }),
  },
  {
    ...favorites,
    which: "another's",
    who: {},
    at: ({ id, uid }) => favoriteOf(SOMEBODY, { siteId: id, articleId: uid }),
    create: (db, place) => commit(db, liking(SOMEBODY, here(place))),
    delete: (db, place) => commit(db, unliking(SOMEBODY, here(place))),
  },
  {
    ...follows,
    which: "one's own",
    who: may(signedIn, read, may(confirmed, ["create", "delete"])),
    how: "in the commit that moves the site's followers",
    at: ({ id, uid }) => `users/${uid}/follows/${id}`,
    create: (db, { id, uid }) => commit(db, following(uid, { siteId: id })),
    delete: (db, { id, uid }) => commit(db, unfollowing(uid, { siteId: id })),
  },
  {
    ...follows,
    which: "another's",
    who: {},
    at: ({ id }) => `users/${SOMEBODY}/follows/${id}`,
    create: (db, { id }) => commit(db, following(SOMEBODY, { siteId: id })),
    delete: (db, { id }) => commit(db, unfollowing(SOMEBODY, { siteId: id })),
  },
];
