import {
  collection,
  type DocumentData,
  deleteDoc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
} from "firebase/firestore/lite";
import type { Deed, Place } from "../../../support/access/table.ts";
import { past } from "../../../support/standing.ts";
import { draft, revision } from "../rulesDocuments.ts";
import { daysAgo, kept, save } from "../rulesSites.ts";
import {
  changing,
  draftAt,
  editors,
  mine,
  nobody,
  type Role,
  refOf,
  siteAt,
  team,
  theirs,
  writers,
} from "./cast.ts";

const live = { version: 1, slug: "two-days-of-bread", at: past };
const scheduled = { state: "scheduled", publishAt: daysAgo(-1) };
const out = { state: "published", live };
const recent = { deletedAt: daysAgo(1) };

/** A draft that stands there. */
const withDraft =
  (of: (place: Place) => string, fields: DocumentData = {}) =>
  (place: Place) => ({ [draftAt(place)]: kept(fields, of(place)) });
const revisionAt = (place: Place) => `${draftAt(place)}/revisions/1`;
const withRevision = (place: Place) => ({
  ...withDraft(theirs)(place),
  [revisionAt(place)]: revision("somebody"),
});

const saving =
  (fields: DocumentData = {}) =>
  (db: Firestore, place: Place) =>
    save(db, draftAt(place), place.uid, 1, { title: "Three days of bread", ...fields });
const begin =
  (fields: DocumentData = {}) =>
  (db: Firestore, place: Place) =>
    setDoc(refOf(db, draftAt, place), draft(place.uid, fields));
const review = (fields: DocumentData) => changing(draftAt, fields);

const own = (does: string, fields: DocumentData, attempt: Deed<Role>["attempt"]): Deed<Role> => ({
  on: "draft",
  does,
  who: writers,
  before: withDraft(mine, fields),
  attempt,
});
const others = (
  does: string,
  fields: DocumentData,
  attempt: Deed<Role>["attempt"],
  who: Deed<Role>["who"] = editors,
): Deed<Role> => ({
  on: "draft",
  does,
  who,
  before: withDraft(theirs, fields),
  attempt,
});
const never = (does: string, fields: DocumentData, attempt: Deed<Role>["attempt"]): Deed<Role> => ({
  on: "draft",
  does,
  who: nobody,
  before: withDraft(mine, fields),
  attempt,
});

/** What becomes of drafts and what they were. */
export const draftDeeds: readonly Deed<Role>[] = [
  {
    on: "draft",
    does: "see one",
    who: team,
    before: withDraft(theirs),
    attempt: (db, place) => getDoc(refOf(db, draftAt, place)),
  },
  {
    on: "draft",
    does: "see all, in the bin too, 50 to the page",
    who: team,
    before: withDraft(theirs, recent),
    attempt: (db, place) => getDocs(query(collection(db, `${siteAt(place)}/drafts`), limit(50))),
  },
  { on: "draft", does: "begin an article", who: writers, attempt: begin() },
  { on: "draft", does: "begin a page", who: editors, attempt: begin({ kind: "page" }) },
  {
    on: "draft",
    does: "begin one in another's name",
    who: nobody,
    attempt: begin({ authorId: "somebody" }),
  },
  own("save one's own", {}, saving()),
  others("save another's", {}, saving()),
  others(
    "save another's that is under review, or ready",
    { state: "in_review" },
    saving({ state: "in_review" }),
  ),
  {
    ...own("save one's own", { state: "in_review" }, saving({ state: "in_review" })),
    does: "save one's own that is under review, or ready",
    who: editors,
  },
  {
    ...own("save one's own", out, saving({ state: "draft" })),
    does: "save one's own that is out: it stays out as it was",
  },
  never("save what is scheduled (`content-unscheduleArticle` takes it back)", scheduled, saving()),
  never("save a version that another has saved", { version: 2 }, saving()),
  own("submit one's own", {}, review({ state: "in_review" })),
  others("submit another's", {}, review({ state: "in_review" })),
  own("withdraw one's own", { state: "in_review" }, review({ state: "draft" })),
  others("withdraw another's", { state: "ready" }, review({ state: "draft" })),
  others("approve another's", { state: "in_review" }, review({ state: "ready" })),
  others("reject another's", { state: "in_review" }, review({ state: "draft", note: "Shorter." })),
  {
    ...own("approve one's own", { state: "in_review" }, review({ state: "ready" })),
    who: editors,
  },
  own("put one's own into the bin", {}, review({ deletedAt: serverTimestamp() })),
  others("put another's into the bin", {}, review({ deletedAt: serverTimestamp() })),
  own("take one's own out of the bin", recent, review({ deletedAt: null })),
  others("take another's out of the bin", recent, review({ deletedAt: null })),
  never(
    "put into the bin what is out, or scheduled",
    out,
    review({ deletedAt: serverTimestamp() }),
  ),
  never(
    "take out of the bin what is in it for 30 days",
    { deletedAt: daysAgo(31) },
    review({ deletedAt: null }),
  ),
  never(
    "delete one for good (`content-purge` does, after 30 days in the bin)",
    recent,
    (db, place) => deleteDoc(refOf(db, draftAt, place)),
  ),
  never(
    "publish one by a write (`content-publishArticle` does)",
    { state: "ready" },
    review({ state: "published", live }),
  ),
  never(
    "schedule one by a write (`content-scheduleArticle` does)",
    { state: "ready" },
    review(scheduled),
  ),
  never(
    "unpublish one by a write (`content-unpublishArticle` does)",
    out,
    review({ state: "draft", live: null }),
  ),
  never("say when it goes out, or what is live", {}, saving({ live, publishAt: past })),
  never(
    "give it to another author, or another kind",
    {},
    saving({ authorId: "somebody", kind: "page" }),
  ),
  {
    on: "revision",
    does: "see one",
    who: team,
    before: withRevision,
    attempt: (db, place) => getDoc(refOf(db, revisionAt, place)),
  },
  {
    on: "revision",
    does: "write or delete one (`content-followDraft` and `content-restoreRevision` do)",
    who: nobody,
    before: withRevision,
    attempt: (db, place) => setDoc(refOf(db, revisionAt, place), revision(place.uid)),
  },
];
