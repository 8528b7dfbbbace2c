import { MINUTE } from "../../core/clock.ts";
import { create, decide, type Write } from "../../core/decide.ts";
import { type Draft, draftsOf, MAX_REVISIONS, type Revision, revisionsOf } from "../schema.ts";
import { writingOf } from "./writing.ts";

/** A draft is kept once in so much time, as it was at the end of it. */
export const WINDOW = 10 * MINUTE;

/**
 * Whether what stood before a change is to be kept: the change is the first of another ten minutes. A
 * review is one, too: after it nobody knows any more when the draft was saved.
 */
export const endsWindow = (before: Saved, after: Saved): boolean =>
  windowOf(before) < windowOf(after);

type Saved = Pick<Draft, "updatedAt">;

const windowOf = ({ updatedAt }: Saved): number => Math.floor(updatedAt.toMillis() / WINDOW);

export const revisionOf = (draft: Draft): Revision => ({
  ...writingOf(draft),
  version: draft.version,
  savedBy: draft.updatedBy,
  savedAt: draft.updatedAt,
});

export const revisionRef = (siteId: string, articleId: string, version: number) =>
  revisionsOf(siteId, articleId).doc(String(version));

/**
 * Keeps a draft as it was, once, and no more than 25 of it: the oldest go. Of one that is gone,
 * or whose author is, nothing. Billed three reads where there is room.
 */
export async function keepRevision(siteId: string, articleId: string, draft: Draft): Promise<void> {
  await decide(async (read) => {
    const [found, current] = await read(
      revisionRef(siteId, articleId, draft.version),
      draftsOf(siteId).doc(articleId),
    );
    // Another author: the one that the event knows has left for good, and nothing may name them.
    const isWanted = !found.exists && current.data()?.authorId === draft.authorId;
    const writes: Write[] = isWanted ? [create(found.ref, revisionOf(draft))] : [];
    return { answer: undefined, writes };
  });
  await prune(siteId, articleId);
}

/**
 * Deletes what is more than 25. Safe to run as often, and as often at once, as one likes. Billed one read
 * where there is room, else one more for each that there is.
 */
export async function prune(siteId: string, articleId: string): Promise<void> {
  const revisions = revisionsOf(siteId, articleId);
  const { count } = (await revisions.count().get()).data();
  if (count <= MAX_REVISIONS) return;
  // What is beyond the newest, and not so many as were counted: another may have deleted some meanwhile.
  const all = await revisions.orderBy("version", "desc").select().get();
  await Promise.all(all.docs.slice(MAX_REVISIONS).map(({ ref }) => ref.delete()));
}
