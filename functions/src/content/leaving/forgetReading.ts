import { type DocumentData, type DocumentReference, FieldValue } from "firebase-admin/firestore";
import { decide, remove, type Write } from "../../core/decide.ts";
import { everywhere } from "../../core/everywhere.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import type { Person } from "../../core/personalData.ts";
import { countComments } from "../comments/count.ts";
import { allCommenters, allComments, allReports } from "../comments/schema.ts";
import { isOurs, pathOf } from "../paths.ts";
import { articlesOf, favoritesOf, followsOf, sites } from "../schema.ts";

/**
 * Deletes what somebody has said, reported, liked and followed; each with the count that it is part of,
 * in one commit. Safe to run again after any step.
 */
export async function forgetReading({ uid }: Person): Promise<void> {
  for await (const page of pagesOf(allComments.where("authorId", "==", uid))) {
    for (const { ref } of page.filter((comment) => isOurs(comment.ref))) {
      const { siteId, articleId } = pathOf(ref);
      await take(ref, articlesOf(siteId).doc(articleId), (comment) =>
        comment.hidden === null ? countComments(siteId, articleId, -1) : undefined,
      );
    }
  }
  for await (const page of pagesOf(favoritesOf(uid))) {
    for (const favorite of page) {
      const { siteId, articleId } = favorite.data();
      const article = articlesOf(siteId).doc(articleId);
      await take(
        favorite.ref,
        article,
        () => (batch) => batch.update(article, { likes: FieldValue.increment(-1) }),
      );
    }
  }
  for await (const page of pagesOf(followsOf(uid))) {
    for (const follow of page) {
      const site = sites.doc(follow.data().siteId);
      await take(
        follow.ref,
        site,
        () => (batch) => batch.update(site, { followers: FieldValue.increment(-1) }),
      );
    }
  }
  await everywhere(allCommenters.where("uid", "==", uid), isOurs, remove);
  await everywhere(allReports.where("uid", "==", uid), isOurs, remove);
}

/** Deletes a document, with its part in a count of another that is there. */
const take = (
  ref: DocumentReference<unknown>,
  counts: DocumentReference<unknown>,
  move: (current: DocumentData) => Write | undefined,
): Promise<void> =>
  decide(async (read) => {
    const [found, counting] = await read(ref as DocumentReference, counts as DocumentReference);
    const current = found.data();
    if (!current) return { answer: undefined };
    const moved = counting.exists ? move(current) : undefined;
    return { answer: undefined, writes: [remove(found), ...(moved ? [moved] : [])] };
  });
