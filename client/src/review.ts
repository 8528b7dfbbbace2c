import {
  doc,
  type Firestore,
  getDoc,
  increment,
  runTransaction,
  serverTimestamp,
} from "firebase/firestore";
import { unlessOvertaken } from "./overtaken.ts";
import { type Review, shopDocuments } from "./shop.ts";

/** What a buyer says of a product: 1 to 5 stars, and the name to say it under. */
export type Opinion = Pick<Review, "rating" | "title" | "text" | "author">;

/** Writes, changes or (with null) takes back somebody's review of a product. */
export type ReviewProduct = (
  productId: string,
  uid: string,
  opinion: Opinion | null,
) => Promise<void>;

/**
 * The review and the product's rating in one commit, as the rules demand. The rating is moved, not
 * read: many may review a product at once, and nobody has to begin again for another. Rejects with
 * the SDK's `permission-denied` where the rules refuse: who has not bought it, a product off sale,
 * a text too long.
 */
export const reviewing =
  (db: Firestore): ReviewProduct =>
  async (productId, uid, opinion) => {
    const review = doc(shopDocuments(db).reviews(productId), uid);
    let earlier: Review | undefined;
    const write = () =>
      runTransaction(db, async (transaction) => {
        earlier = (await transaction.get(review)).data();
        if (opinion) {
          const { rating, title, text, author } = opinion;
          const now = serverTimestamp();
          const times = { createdAt: earlier?.createdAt ?? now, updatedAt: now };
          transaction.set(review, { rating, title, text, author, ...times });
        } else if (earlier) {
          transaction.delete(review);
        }
        const count = Number(opinion !== null) - Number(earlier !== undefined);
        const stars = (opinion?.rating ?? 0) - (earlier?.rating ?? 0);
        if (count === 0 && stars === 0) return;
        const move = { "rating.count": increment(count), "rating.sum": increment(stars) };
        transaction.update(doc(shopDocuments(db).products, productId), move);
      });
    // Once another device has written it, the move is a wrong one, and refused as such.
    const isOvertaken = async () => {
      const later = (await getDoc(review)).data();
      return later?.updatedAt.valueOf() !== earlier?.updatedAt.valueOf();
    };
    return unlessOvertaken(write, isOvertaken);
  };
