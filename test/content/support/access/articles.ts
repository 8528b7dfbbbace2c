import {
  collection,
  type DocumentData,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import type { Deed, Place } from "../../../support/access/table.ts";
import { standing } from "../../../support/standing.ts";
import { commit, favoriteOf, liking, saying, takingBack, unliking } from "../rulesCounts.ts";
import { article, favorite, oldMark, report, reported, site } from "../rulesDocuments.ts";
import { said } from "../rulesSites.ts";
import {
  articleAt,
  changing,
  commentAt,
  confirmed,
  editors,
  everybody,
  markAt,
  mine,
  nobody,
  type Role,
  refOf,
  SOMEBODY,
  signedIn,
  siteAt,
  theirs,
} from "./cast.ts";

const withArticle =
  (fields: DocumentData = {}) =>
  (place: Place) => ({ [articleAt(place)]: article(place.id, fields) });
const withComment =
  (of: (place: Place) => string, fields: DocumentData = {}, ofArticle: DocumentData = {}) =>
  (place: Place) => ({
    ...withArticle(ofArticle)(place),
    [commentAt(place)]: said(fields, of(place)),
    [markAt(place)]: oldMark(place.uid),
  });
const reportAt = (place: Place) => `${commentAt(place)}/reports/${SOMEBODY}`;
const withReport = (place: Place) => ({
  ...withComment(theirs)(place),
  [reportAt(place)]: standing(report(SOMEBODY)),
  [`${siteAt(place)}/reported/${place.uid}`]: reported(place.uid),
});
const favoriteAt = ({ id, uid }: Place) => favoriteOf(uid, { siteId: id, articleId: uid });
const withLike = (place: Place) => ({
  ...withArticle()(place),
  [favoriteAt(place)]: standing(favorite(place.id, place.uid)),
});

/** The article, and the comment on it, that have the uid for their ids. */
const here = ({ id, uid }: Place) => ({ siteId: id, articleId: uid, id: uid });
const say =
  (fields: DocumentData = {}, rest: { by?: null } = {}) =>
  (db: Firestore, place: Place) =>
    commit(db, saying(place.uid, { ...here(place), ...rest, comment: fields }));
const takeBack = (db: Firestore, place: Place) => commit(db, takingBack(place.uid, here(place)));
const seeComment = (db: Firestore, place: Place) => getDoc(refOf(db, commentAt, place));
const edit = changing(commentAt, { text: "No, four." });

/** What becomes of live copies, and of what readers do with them. */
export const articleDeeds: readonly Deed<Role>[] = [
  {
    on: "article",
    does: "see one that is out",
    who: everybody,
    before: withArticle(),
    attempt: (db, place) => getDoc(refOf(db, articleAt, place)),
  },
  {
    on: "article",
    does: "see those that are out, 50 to the page",
    who: everybody,
    before: withArticle(),
    attempt: (db, place) =>
      getDocs(
        query(
          collection(db, `${siteAt(place)}/articles`),
          where("published", "==", true),
          limit(50),
        ),
      ),
  },
  {
    on: "article",
    does: "see one that is not out any more",
    who: nobody,
    before: withArticle({ published: false }),
    attempt: (db, place) => getDoc(refOf(db, articleAt, place)),
  },
  {
    on: "article",
    does: "close its comments, and open them",
    who: editors,
    before: withArticle(),
    attempt: (db, place) => updateDoc(refOf(db, articleAt, place), { commentsOpen: false }),
  },
  {
    on: "article",
    does: "write a live copy, or change it (`content-publishArticle` does)",
    who: nobody,
    before: withArticle(),
    attempt: (db, place) => updateDoc(refOf(db, articleAt, place), { html: "<p>Mine.</p>" }),
  },
  {
    on: "article",
    does: "move its numbers without what they count",
    who: nobody,
    before: withArticle(),
    attempt: (db, place) => commit(db, liking(place.uid, { ...here(place), favorite: null })),
  },
  {
    on: "article",
    does: "take an address (`content-publishArticle` does)",
    who: nobody,
    attempt: (db, place) =>
      setDoc(doc(db, `${siteAt(place)}/slugs/${place.uid}`), { articleId: place.uid }),
  },
  {
    on: "article",
    does: "write how many articles have a tag (`content-publishArticle` does)",
    who: nobody,
    attempt: (db, place) => setDoc(doc(db, `${siteAt(place)}/tags/${place.uid}`), { count: 1 }),
  },

  {
    on: "comment",
    does: "see those that are to be seen, 50 to the page",
    who: everybody,
    before: withComment(theirs),
    attempt: (db, place) =>
      getDocs(
        query(
          collection(db, `${articleAt(place)}/articleComments`),
          where("hidden", "==", null),
          limit(50),
        ),
      ),
  },
  {
    on: "comment",
    does: "see another's that is hidden, or of what is not out any more",
    who: editors,
    before: withComment(theirs, { hidden: "reports" }),
    attempt: seeComment,
  },
  {
    on: "comment",
    does: "see one's own that is hidden, or of what is not out any more",
    who: signedIn,
    before: withComment(mine, {}, { published: false }),
    attempt: seeComment,
  },
  {
    on: "comment",
    does: "say something, in one commit with its number and mark",
    who: confirmed,
    before: withArticle(),
    attempt: say(),
  },
  {
    on: "comment",
    does: "say something without moving the number",
    who: nobody,
    before: withArticle(),
    attempt: say({}, { by: null }),
  },
  {
    on: "comment",
    does: "say something in another's name",
    who: nobody,
    before: withArticle(),
    attempt: say({ authorId: SOMEBODY }),
  },
  {
    on: "comment",
    does: "say something where comments are closed, at the site or the article",
    who: nobody,
    before: withArticle({ commentsOpen: false }),
    attempt: say(),
  },
  {
    on: "comment",
    does: "say something before the site's seconds of slow mode are over",
    who: nobody,
    before: (place) => ({
      [siteAt(place)]: site({ comments: { open: true, slowSeconds: 86_400, hideAt: 3 } }),
      ...withArticle()(place),
      [markAt(place)]: oldMark(place.uid, { commentedAt: new Date() }),
    }),
    attempt: say(),
  },
  {
    on: "comment",
    does: "change what oneself has said",
    who: signedIn,
    before: withComment(mine),
    attempt: edit,
  },
  {
    on: "comment",
    does: "change what another has said",
    who: nobody,
    before: withComment(theirs),
    attempt: edit,
  },
  {
    on: "comment",
    does: "change what is hidden",
    who: nobody,
    before: withComment(mine, { hidden: "moderator" }),
    attempt: edit,
  },
  {
    on: "comment",
    does: "take back what oneself has said, with its number and mark",
    who: confirmed,
    before: withComment(mine),
    attempt: takeBack,
  },
  {
    on: "comment",
    does: "delete what another has said (`content-moderateComment` hides it)",
    who: nobody,
    before: withComment(theirs),
    attempt: takeBack,
  },
  {
    on: "comment",
    does: "hide one, show or approve it by a write (`content-moderateComment` does)",
    who: nobody,
    before: withComment(theirs),
    attempt: changing(commentAt, { hidden: "moderator" }),
  },

  {
    on: "report",
    does: "report what another has said",
    who: confirmed,
    before: withComment(theirs),
    attempt: (db, place) =>
      setDoc(doc(db, `${commentAt(place)}/reports/${place.uid}`), report(place.uid)),
  },
  {
    on: "report",
    does: "report in another's name",
    who: nobody,
    before: withComment(theirs),
    attempt: (db, place) =>
      setDoc(doc(db, `${commentAt(place)}/reports/another`), report("another")),
  },
  {
    on: "report",
    does: "see who has reported what",
    who: editors,
    before: withReport,
    attempt: (db, place) =>
      getDocs(query(collection(db, `${commentAt(place)}/reports`), limit(50))),
  },
  {
    on: "report",
    does: "see what is reported of the site",
    who: editors,
    before: withReport,
    attempt: (db, place) => getDocs(query(collection(db, `${siteAt(place)}/reported`), limit(50))),
  },
  {
    on: "report",
    does: "take one back",
    who: nobody,
    before: withReport,
    attempt: (db, place) => deleteDoc(refOf(db, reportAt, place)),
  },

  {
    on: "like",
    does: "like an article, with its number of likes",
    who: confirmed,
    before: withArticle(),
    attempt: (db, place) => commit(db, liking(place.uid, here(place))),
  },
  {
    on: "like",
    does: "like an article without moving the number",
    who: nobody,
    before: withArticle(),
    attempt: (db, place) => commit(db, liking(place.uid, { ...here(place), by: null })),
  },
  {
    on: "like",
    does: "like it no longer",
    who: confirmed,
    before: withLike,
    attempt: (db, place) => commit(db, unliking(place.uid, here(place))),
  },
  {
    on: "like",
    does: "see what another likes",
    who: nobody,
    attempt: (db) => getDocs(query(collection(db, `users/${SOMEBODY}/favorites`), limit(50))),
  },
];
