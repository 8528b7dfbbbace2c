import {
  type CollectionReference,
  type DocumentReference,
  doc,
  type Firestore,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  query,
  where,
} from "firebase/firestore";
import { newest, typed } from "../documents.ts";
import type { Draft, DraftState, Reported, Revision, SiteInvite, Team } from "./types.ts";

/** What is not in the bin. */
const kept = where("deletedAt", "==", null);

/** What who works at a site reads and writes. */
export const teamDocuments = (db: Firestore) => {
  const drafts = (siteId: string): CollectionReference<Draft, Draft> =>
    typed<Draft>(db, `sites/${siteId}/drafts`);
  const newestDrafts = (siteId: string, pageSize: number, ...which: QueryConstraint[]) =>
    newest(drafts(siteId), "updatedAt", pageSize, kept, ...which);

  return {
    /** Who works there; for its team. To change it: `setSiteMember`, `call.inviteToSite`. */
    team: (siteId: string): DocumentReference<Team, Team> =>
      doc(typed<Team>(db, "siteTeams"), siteId),
    /** The sites that somebody works at: the ids are those of the sites. */
    teamsOf: (uid: string, pageSize = 50): Query<Team, Team> =>
      query(
        typed<Team>(db, "siteTeams"),
        where("memberIds", "array-contains", uid),
        limit(pageSize),
      ),
    /** Who is invited; for owners. */
    siteInvites: (siteId: string): CollectionReference<SiteInvite, SiteInvite> =>
      typed<SiteInvite>(db, `sites/${siteId}/siteInvites`),
    /** To make one: `newDraft`; to save it: `saveDraft`. */
    drafts,
    /** All drafts, the last saved first. */
    draftsOf: (siteId: string, pageSize = 20): Query<Draft, Draft> =>
      newestDrafts(siteId, pageSize),
    /** Those of them that stand somewhere: in review, say. */
    draftsIn: (siteId: string, state: DraftState, pageSize = 20): Query<Draft, Draft> =>
      newestDrafts(siteId, pageSize, where("state", "==", state)),
    /** Those that somebody has begun. */
    draftsBy: (siteId: string, uid: string, pageSize = 20): Query<Draft, Draft> =>
      newestDrafts(siteId, pageSize, where("authorId", "==", uid)),
    /** What comes out when, the next first. */
    scheduledDrafts: (siteId: string, pageSize = 20): Query<Draft, Draft> =>
      query(
        drafts(siteId),
        where("state", "==", "scheduled"),
        orderBy("publishAt"),
        limit(pageSize),
      ),
    /** What is in the bin, the last first. Taken out again by `deletedAt: null`, for 30 days. */
    binnedDrafts: (siteId: string, pageSize = 20): Query<Draft, Draft> =>
      newest(drafts(siteId), "deletedAt", pageSize, where("deletedAt", "!=", null)),
    /** What a draft was, the last first. To go back: `call.restoreRevision`. */
    revisionsOf: (siteId: string, articleId: string, pageSize = 25): Query<Revision, Revision> =>
      newest(
        typed<Revision>(db, `sites/${siteId}/drafts/${articleId}/revisions`),
        "version",
        pageSize,
      ),
    /** What was reported; for editors. To settle it: `call.moderateComment`. */
    reportedOf: (siteId: string, pageSize = 20): Query<Reported, Reported> =>
      newest(typed<Reported>(db, `sites/${siteId}/reported`), "reportedAt", pageSize),
  };
};
