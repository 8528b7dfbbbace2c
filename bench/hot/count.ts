import { db } from "../../functions/src/core/db.ts";

/** What the SDK was asked to do to stock documents. */
export const counted = { attempts: 0, stockWrites: 0 };

type Batch = ReturnType<typeof db.batch>;

const stockWrites = new WeakMap<Batch, number>();
const prototype = Object.getPrototypeOf(db.batch()) as Batch;
const { update, commit } = prototype;

// The SDK itself is counted, so that the code under measurement is what is deployed.
prototype.update = function (this: Batch, ...words: Parameters<typeof update>): Batch {
  const [{ path }] = words;
  if (path.startsWith("stock/")) stockWrites.set(this, (stockWrites.get(this) ?? 0) + 1);
  return update.apply(this, words);
} as typeof update;

prototype.commit = async function (this: Batch) {
  const writes = stockWrites.get(this) ?? 0;
  if (writes > 0) counted.attempts++;
  const results = await commit.call(this);
  counted.stockWrites += writes;
  return results;
};
