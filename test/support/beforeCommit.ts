import { db } from "../../functions/src/core/db.ts";

/** Lets something happen between reading and writing, once. Answers how many commits there were. */
export async function beforeCommit(
  meanwhile: () => Promise<unknown>,
  work: () => Promise<unknown>,
): Promise<number> {
  const makeBatch = db.batch;
  let commits = 0;
  db.batch = () => {
    const batch = makeBatch.call(db);
    const commit = batch.commit.bind(batch);
    batch.commit = async () => {
      if (++commits === 1) await meanwhile();
      return commit();
    };
    return batch;
  };
  try {
    await work();
  } finally {
    db.batch = makeBatch;
  }
  return commits;
}
