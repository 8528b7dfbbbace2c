import { db } from "../../../functions/src/core/db.ts";

const killed = new Error("killed");

/**
 * Does `work`, which dies at its n-th decision: before that is committed, or just after, so that
 * nobody hears of it. Answers whether it came so far. Hold the provider's events meanwhile.
 */
export async function dyingAt(
  n: number,
  moment: "before" | "after",
  work: () => Promise<unknown>,
): Promise<boolean> {
  const makeBatch = db.batch;
  let commits = 0;
  db.batch = () => {
    const batch = makeBatch.call(db);
    const commit = batch.commit.bind(batch);
    batch.commit = async () => {
      commits++;
      if (commits !== n) return commit();
      if (moment === "after") await commit();
      throw killed;
    };
    return batch;
  };
  try {
    await work();
  } catch (error) {
    // A callable tells of a death as of anything unexpected.
    if (commits < n) throw error;
  } finally {
    db.batch = makeBatch;
  }
  return commits >= n;
}
