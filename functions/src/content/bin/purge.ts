import { type QueryDocumentSnapshot, Timestamp } from "firebase-admin/firestore";
import { DAY, HOUR, MINUTE } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { decide, merge, remove } from "../../core/decide.ts";
import { each } from "../../core/each.ts";
import { inPages } from "../../core/inPages.ts";
import { isOurs, pathOf } from "../paths.ts";
import {
  allDrafts,
  articlesOf,
  type Draft,
  formerSites,
  type Site,
  sites,
  slugsOf,
} from "../schema.ts";
import { deleteBelow } from "./deleteBelow.ts";

/** How long the bin keeps what is in it. */
export const KEPT = 30 * DAY;

/** What is purged at the same time. */
const WIDTH = 5;

/**
 * Deletes for good what has been in the bin for 30 days by `now`, at most `limit`, oldest first: the
 * draft with its revisions, what it was when it was published, with what readers said of it, and the
 * claims of its addresses. Safe to run as often, and as often at once, as one likes. Costs one read
 * when there is nothing to do.
 */
export async function purgeDrafts(now: Date, limit: number): Promise<("purged" | "failed")[]> {
  // Nobody takes out of the bin what has been there for so long: the rules see to that. An hour later
  // it is certain, whatever clock is asked.
  const end = Timestamp.fromMillis(now.getTime() - KEPT - HOUR);
  const due = await allDrafts.where("deletedAt", "<=", end).orderBy("deletedAt").limit(limit).get();
  const ours = due.docs.filter(({ ref }) => isOurs(ref));
  return each(ours, purgeDraft, WIDTH);
}

/** The draft goes last, so that what a crash leaves is found again. */
async function purgeDraft({ ref }: QueryDocumentSnapshot<Draft>): Promise<"purged"> {
  const { siteId, articleId } = pathOf(ref);
  await db.recursiveDelete(articlesOf(siteId).doc(articleId));
  await inPages(slugsOf(siteId).where("articleId", "==", articleId), (claim) => [remove(claim)]);
  await db.recursiveDelete(ref.collection("revisions"));
  await ref.delete();
  return "purged";
}

/** Whatever has seen a site before it was taken down has ended by then: a call may take a minute. */
const UNDER_WAY = 2 * MINUTE;

/**
 * Deletes all of the sites that were taken down two minutes ago, or longer, but that there was one at this
 * address. As `purgeDrafts`.
 */
export async function purgeSites(now: Date, limit: number): Promise<("purged" | "failed")[]> {
  const due = await sites
    .where("deletedAt", "<=", Timestamp.fromMillis(now.getTime() - UNDER_WAY))
    .orderBy("deletedAt")
    .limit(limit)
    .get();
  return each(due.docs, purgeSite, WIDTH);
}

async function purgeSite({ ref }: QueryDocumentSnapshot<Site>): Promise<"purged"> {
  await deleteBelow(ref);
  await decide(async (read) => {
    const [found] = await read(ref);
    const deletedAt = found.data()?.deletedAt;
    if (!deletedAt) return { answer: undefined };
    const former = merge(formerSites.doc(ref.id), { deletedAt });
    return { answer: undefined, writes: [remove(found), former] };
  });
  return "purged";
}
