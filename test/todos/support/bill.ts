import assert from "node:assert/strict";
import { costs } from "../../support/costs.ts";
import type { Bill } from "../../support/proxy.ts";
import { type Change, changesBy, hear } from "./jobs.ts";

/** Lets the functions hear of changes, but not of those that come of it. */
export const hearEach = async (changes: readonly Change[]): Promise<void> => {
  for (const change of changes) await hear(change);
};

/** Fails where what follows from `work` costs more or less than that. Answers what `work` changed. */
export async function followed(
  bill: Partial<Bill>,
  work: () => Promise<unknown>,
): Promise<Change[]> {
  const changes = await changesBy(work);
  assert.notEqual(changes.length, 0);
  await costs(bill, () => hearEach(changes));
  return changes;
}
