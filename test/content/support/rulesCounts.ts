import {
  type DocumentData,
  doc,
  type Firestore,
  increment,
  serverTimestamp,
  type WriteBatch,
  writeBatch,
} from "firebase/firestore/lite";
import { comment, favorite, follow, mark } from "./rulesDocuments.ts";

// What moves a count, as a client does it: in one commit with its marker. And as an attacker does it:
// a part that is null is left out, and each may be otherwise.

/** Part of a commit. */
export type Step = (batch: WriteBatch, db: Firestore) => void;

/** Carries out steps in one commit. */
export function commit(db: Firestore, ...steps: Step[]): Promise<void> {
  const batch = writeBatch(db);
  for (const step of steps) step(batch, db);
  return batch.commit();
}

/** Moves a count by itself. */
export const counting =
  (path: string, field: string, by: number): Step =>
  (batch, db) =>
    batch.update(doc(db, path), { [field]: increment(by) });

/** Of the site "home" and its article "bread", if nothing else is said. */
interface Place {
  siteId?: string;
  articleId?: string;
}

const articleAt = ({ siteId = "home", articleId = "bread" }: Place) =>
  `sites/${siteId}/articles/${articleId}`;

const moved = (path: string, field: string, by: number | null): Step =>
  by === null ? () => {} : counting(path, field, by);

/** A comment that is made or taken back. */
export interface Said extends Place {
  id: string;
  /** What is otherwise with the comment. */
  comment?: DocumentData | null;
  /** The comment as a whole, if not that of `comment`. */
  whole?: DocumentData;
  /** What is otherwise with the mark. */
  mark?: DocumentData | null;
  /** By how much the article's count moves. */
  by?: number | null;
}

const marking =
  (uid: string, { siteId = "home" }: Said, document: DocumentData): Step =>
  (batch, db) =>
    batch.set(doc(db, `sites/${siteId}/commenters/${uid}`), document, { merge: true });

export const saying =
  (uid: string, said: Said): Step =>
  (batch, db) => {
    const { articleId = "bread", id, by = 1 } = said;
    const path = articleAt(said);
    if (said.comment !== null) {
      batch.set(doc(db, `${path}/articleComments/${id}`), said.whole ?? comment(uid, said.comment));
    }
    if (said.mark !== null) {
      marking(uid, said, mark(uid, articleId, id, said.mark))(batch, db);
    }
    moved(path, "comments", by)(batch, db);
  };

/** The mark keeps when its owner spoke last. */
export const takingBack =
  (uid: string, said: Said): Step =>
  (batch, db) => {
    const { articleId = "bread", id, by = -1 } = said;
    const path = articleAt(said);
    if (said.comment !== null) batch.delete(doc(db, `${path}/articleComments/${id}`));
    if (said.mark !== null) {
      const document = { uid, articleId, commentId: id, at: serverTimestamp(), ...said.mark };
      marking(uid, said, document)(batch, db);
    }
    moved(path, "comments", by)(batch, db);
  };

/** An article that is liked, or not any more. */
export interface Liked extends Place {
  /** What is otherwise with the favourite. */
  favorite?: DocumentData | null;
  /** The favourite as a whole, if not that of `favorite`. */
  whole?: DocumentData;
  by?: number | null;
}

export const favoriteOf = (uid: string, { siteId = "home", articleId = "bread" }: Place = {}) =>
  `users/${uid}/favorites/${siteId}.${articleId}`;

export const liking =
  (uid: string, liked: Liked = {}): Step =>
  (batch, db) => {
    const { siteId = "home", articleId = "bread", by = 1 } = liked;
    if (liked.favorite !== null) {
      const document = { ...favorite(siteId, articleId), ...liked.favorite };
      batch.set(doc(db, favoriteOf(uid, liked)), liked.whole ?? document);
    }
    moved(articleAt(liked), "likes", by)(batch, db);
  };

export const unliking =
  (uid: string, liked: Liked = {}): Step =>
  (batch, db) => {
    if (liked.favorite !== null) batch.delete(doc(db, favoriteOf(uid, liked)));
    moved(articleAt(liked), "likes", liked.by === undefined ? -1 : liked.by)(batch, db);
  };

/** A site that is followed, or not any more. */
export interface Followed {
  siteId?: string;
  /** What is otherwise with the marker. */
  follow?: DocumentData | null;
  /** The marker as a whole, if not that of `follow`. */
  whole?: DocumentData;
  by?: number | null;
}

export const following =
  (uid: string, { siteId = "home", by = 1, ...rest }: Followed = {}): Step =>
  (batch, db) => {
    if (rest.follow !== null) {
      const document = { ...follow(siteId), ...rest.follow };
      batch.set(doc(db, `users/${uid}/follows/${siteId}`), rest.whole ?? document);
    }
    moved(`sites/${siteId}`, "followers", by)(batch, db);
  };

export const unfollowing =
  (uid: string, { siteId = "home", by = -1, ...rest }: Followed = {}): Step =>
  (batch, db) => {
    if (rest.follow !== null) batch.delete(doc(db, `users/${uid}/follows/${siteId}`));
    moved(`sites/${siteId}`, "followers", by)(batch, db);
  };
