import { update } from "../../core/decide.ts";
import { everywhere } from "../../core/everywhere.ts";
import { inPages } from "../../core/inPages.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import type { Person } from "../../core/personalData.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allArticles, allDrafts, allRevisions, revisionsOf } from "../schema.ts";

/** Whose name is not told any more. */
export const FORMER = "Former author";

/**
 * What somebody has written at sites that others run stays, under their alias and no name. Safe to run
 * again after any step: revisions come before drafts, since by these they are found, and articles after them,
 * since what is published meanwhile is made of a draft.
 */
export async function forgetWriting({ uid, alias }: Person): Promise<void> {
  const theirs = allDrafts.where("authorId", "==", uid);
  for await (const page of pagesOf(theirs)) {
    for (const { ref } of page.filter((draft) => isOurs(draft.ref))) {
      const { siteId, articleId } = pathOf(ref);
      const named = revisionsOf(siteId, articleId).where("byline", "!=", FORMER);
      await inPages(named, (revision) => [update(revision, { byline: FORMER })]);
    }
  }
  await everywhere(allRevisions.where("savedBy", "==", uid), isOurs, (revision) =>
    update(revision, { savedBy: alias }),
  );
  await everywhere(allDrafts.where("updatedBy", "==", uid), isOurs, (draft, { updatedBy }) =>
    updatedBy === uid ? update(draft, { updatedBy: alias }) : undefined,
  );
  await everywhere(theirs, isOurs, (draft) => update(draft, { authorId: alias, byline: FORMER }));
  await everywhere(allArticles.where("authorId", "==", uid), isOurs, (article) =>
    update(article, { authorId: alias, byline: FORMER }),
  );
}
