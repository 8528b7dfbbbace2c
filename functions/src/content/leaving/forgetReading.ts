import { FieldValue } from "firebase-admin/firestore";
import { remove } from "../../core/decide.ts";
import { everywhere } from "../../core/everywhere.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import type { Person } from "../../core/personalData.ts";
import { countComments } from "../comments/count.ts";
import { forgetCommentMails } from "../comments/forgetMails.ts";
import { allCommenters, allComments, allReports } from "../comments/schema.ts";
import { isOurs, pathOf } from "../paths.ts";
import { articlesOf, favoritesOf, followsOf, sites } from "../schema.ts";
import { takeWithCount } from "./takeWithCount.ts";

/**
 * Deletes what somebody has said, reported, liked and followed; each with the count that it is part of,
 * in one commit. What they have said and is being mailed has their name in it until it is sent: it is
 * left. Answers whether any was. Safe to run again after any step.
 */
export async function forgetReading({ uid }: Person): Promise<boolean> {
  const left = await forgetComments(uid);
  await forgetFavorites(uid);
  await forgetFollows(uid);
  await everywhere(allCommenters.where("uid", "==", uid), isOurs, remove);
  await everywhere(allReports.where("uid", "==", uid), isOurs, remove);
  return left;
}

async function forgetComments(uid: string): Promise<boolean> {
  let left = false;
  for await (const page of pagesOf(allComments.where("authorId", "==", uid))) {
    for (const { ref } of page.filter((comment) => isOurs(comment.ref))) {
      const { siteId, articleId } = pathOf(ref);
      if (await forgetCommentMails(siteId, articleId, ref.id)) left = true;
      else {
        await takeWithCount(ref, articlesOf(siteId).doc(articleId), ({ hidden }) =>
          hidden === null ? countComments(siteId, articleId, -1) : undefined,
        );
      }
    }
  }
  return left;
}

async function forgetFavorites(uid: string): Promise<void> {
  for await (const page of pagesOf(favoritesOf(uid))) {
    for (const favorite of page) {
      const { siteId, articleId } = favorite.data();
      const article = articlesOf(siteId).doc(articleId);
      await takeWithCount(favorite.ref, article, () => (batch) => {
        batch.update(article, { likes: FieldValue.increment(-1) });
      });
    }
  }
}

async function forgetFollows(uid: string): Promise<void> {
  for await (const page of pagesOf(followsOf(uid))) {
    for (const follow of page) {
      const site = sites.doc(follow.data().siteId);
      await takeWithCount(follow.ref, site, () => (batch) => {
        batch.update(site, { followers: FieldValue.increment(-1) });
      });
    }
  }
}
