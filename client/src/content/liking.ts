import {
  type DocumentReference,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  increment,
  runTransaction,
  serverTimestamp,
  type UpdateData,
  type WithFieldValue,
} from "firebase/firestore";
import { contentDocuments } from "../content.ts";
import { unlessOvertaken } from "../overtaken.ts";

/** Puts an article among somebody's favourites, or takes it out. */
export type Like = (
  siteId: string,
  articleId: string,
  uid: string,
  likes: boolean,
) => Promise<void>;

/** Has somebody follow a site, or no more. */
export type FollowSite = (siteId: string, uid: string, follows: boolean) => Promise<void>;

/**
 * The favourite, or that somebody follows, and the number of them in one commit, as the rules demand;
 * what is so already stays. The number is moved, not read: nobody waits for another. Rejects with the
 * SDK's `permission-denied` where the rules refuse: guests, who has no verified address, what is not
 * published.
 */
export function liking(db: Firestore): { like: Like; follow: FollowSite } {
  const documents = contentDocuments(db);

  async function mark<D extends object, C extends object>(
    marker: DocumentReference<D, D>,
    fields: WithFieldValue<D>,
    counts: DocumentReference<C, C>,
    count: keyof C & string,
    wanted: boolean,
  ): Promise<void> {
    let found = false;
    const write = () =>
      runTransaction(db, async (transaction) => {
        found = (await transaction.get(marker)).exists();
        if (found === wanted) return;
        if (wanted) transaction.set(marker, fields);
        else transaction.delete(marker);
        const move = { [count]: increment(wanted ? 1 : -1) } as unknown as UpdateData<C>;
        transaction.update(counts, move);
      });
    // Once another device has done the same.
    try {
      await unlessOvertaken(write, async () => (await getDoc(marker)).exists() !== found);
    } catch (error) {
      if (wanted) throw error;
      // Of what is gone nothing is counted any more: then the rules let the marker go by itself.
      await deleteDoc(marker).catch(() => Promise.reject(error));
    }
  }

  return {
    like: (siteId, articleId, uid, likes) =>
      mark(
        documents.favorite(uid, siteId, articleId),
        { siteId, articleId, createdAt: serverTimestamp() },
        doc(documents.articles(siteId), articleId),
        "likes",
        likes,
      ),
    follow: (siteId, uid, follows) =>
      mark(
        documents.followed(uid, siteId),
        { siteId, createdAt: serverTimestamp() },
        documents.site(siteId),
        "followers",
        follows,
      ),
  };
}
