import assert from "node:assert/strict";
import { firestore } from "./firestore.ts";
import type { Bill } from "./proxy.ts";

/** Fails where `work` costs more or less than that. */
export async function costs(bill: Partial<Bill>, work: () => Promise<unknown>): Promise<void> {
  const nothing = { reads: 0, writes: 0, deletes: 0 };
  assert.deepEqual(await firestore.costOf(work), { ...nothing, ...bill });
}
