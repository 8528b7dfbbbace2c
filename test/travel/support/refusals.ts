import assert from "node:assert/strict";
import { refused } from "../../support/call.ts";
import { everyDocument } from "../../support/everything.ts";

/** Counts of calls, and of the provider's events: written whatever comes of them. */
const COUNTS = /\/limits\/|^paymentEvents\//;

/** All that is stored, by path. */
export const stored = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await everyDocument())
      .filter(({ path }) => !COUNTS.test(path))
      .map(({ path, text }) => [path, text]),
  );

/** The details of the refusal that `attempt` must end in. Nothing is written by it. */
export async function refusedWhole(
  attempt: () => Promise<unknown>,
  code: string,
  reason: string,
): Promise<Record<string, unknown>> {
  const before = await stored();
  const about = await refused(attempt(), code, reason);
  assert.deepEqual(await stored(), before);
  return about;
}
