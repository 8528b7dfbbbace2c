import { db } from "../../functions/src/core/db.ts";

/**
 * Does `work`, each commit of which goes through `hook`: the n-th, counted from 1, and what carries it
 * out. Answers how many there were, also of work that fails.
 */
export async function hookCommits(
  hook: (n: number, commit: () => Promise<unknown>) => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<{ commits: number; failure: unknown }> {
  const makeBatch = db.batch;
  let commits = 0;
  db.batch = () => {
    const batch = makeBatch.call(db);
    const commit = batch.commit.bind(batch);
    batch.commit = () => hook(++commits, commit) as ReturnType<typeof commit>;
    return batch;
  };
  try {
    const failure = await work().then(
      () => undefined,
      (error) => error,
    );
    return { commits, failure };
  } finally {
    db.batch = makeBatch;
  }
}

/**
 * Lets something happen between reading and writing, once: before the n-th commit, which has to come. Of
 * a callable that counts its calls, the count is the first. Answers how many commits there were.
 */
export async function beforeCommit(
  meanwhile: () => Promise<unknown>,
  work: () => Promise<unknown>,
  nth = 1,
): Promise<number> {
  let hasHappened = false;
  const { commits, failure } = await hookCommits(async (n, commit) => {
    if (n === nth) {
      await meanwhile();
      hasHappened = true;
    }
    return commit();
  }, work);
  if (failure !== undefined) throw failure;
  if (!hasHappened) throw new Error(`There were ${commits} commits, and no ${nth}th.`);
  return commits;
}

/**
 * Does `work`, which dies at its n-th decision: before that is committed, or just after, so that
 * nobody hears of it; nothing is committed by it after that. Answers whether it came so far. Hold the
 * provider's events meanwhile.
 */
export async function dyingAt(
  n: number,
  moment: "before" | "after",
  work: () => Promise<unknown>,
): Promise<boolean> {
  const { commits, failure } = await hookCommits(async (count, commit) => {
    if (count < n) return commit();
    if (count === n && moment === "after") await commit();
    throw new Error("killed");
  }, work);
  // A callable tells of a death as of anything unexpected.
  if (failure !== undefined && commits < n) throw failure;
  return commits >= n;
}
