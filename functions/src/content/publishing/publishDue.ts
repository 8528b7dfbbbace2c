import { Timestamp } from "firebase-admin/firestore";
import { decide, update } from "../../core/decide.ts";
import { each } from "../../core/each.ts";
import { reasonOf, refuse } from "../../core/refuse.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allDrafts, articlesOf, draftsOf, sites } from "../schema.ts";
import { goLive } from "./goLive.ts";

/** Drafts that are seen to at the same time. */
const WIDTH = 5;

/**
 * Publishes what was to come out by `now`, at most `limit`, oldest first: each once, and nothing before
 * its time. Safe to run as often, and as often at once, as one likes. What can't come out as it is, or
 * at a site that was taken down, goes back to be ready, with a note. Costs one read when there is nothing
 * to do.
 */
export async function publishDue(
  now: Date,
  limit: number,
): Promise<("published" | "returned" | "not-due" | "failed")[]> {
  const due = await allDrafts
    .where("state", "==", "scheduled")
    .where("publishAt", "<=", Timestamp.fromDate(now))
    .orderBy("publishAt")
    .limit(limit)
    .get();
  const ours = due.docs.filter(({ ref }) => isOurs(ref));
  return each(ours, ({ ref }) => publishOne(pathOf(ref), now), WIDTH);
}

/** It came out when it was to come out, however late the job is. */
const publishOne = ({ siteId, articleId }: { siteId: string; articleId: string }, now: Date) =>
  decide<"published" | "returned" | "not-due">(async (read) => {
    const [found, article, site] = await read(
      draftsOf(siteId).doc(articleId),
      articlesOf(siteId).doc(articleId),
      sites.doc(siteId),
    );
    const draft = found.data();
    const at = draft?.publishAt;
    if (draft?.state !== "scheduled" || !at || at.toMillis() > now.getTime()) {
      return { answer: "not-due" };
    }
    try {
      if (site.data()?.deletedAt) refuse("not-found", "no-such-site", "It was taken down.");
      const { writes } = await goLive(read, { siteId, draft: found, article }, at, true);
      return { answer: "published", writes };
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      const note = `It could not be published at its time: ${reason}.`;
      return {
        answer: "returned",
        writes: [update(found, { state: "ready", publishAt: null, note })],
      };
    }
  });
