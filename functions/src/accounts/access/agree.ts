import { setTimeout as pause } from "node:timers/promises";
import { error as logError } from "firebase-functions/logger";
import { accounts } from "../../core/accounts.ts";
import { SECOND } from "../../core/clock.ts";
import { codeOf } from "../authentication/users.ts";
import { syncAuth } from "./syncAuth.ts";

/** How long somebody who has called is kept waiting for it. */
const PATIENCE = 15 * SECOND;

/**
 * `syncAuth` after a commit that calls for it. The commit stands, so this fails in no case: what
 * can't be done now, the sweep does.
 */
export async function agree(uid: string, patience = PATIENCE): Promise<void> {
  const waited = new AbortController();
  const late = pause(patience, "late" as const, { signal: waited.signal });
  const fail = (error: string) => logError("sync", { path: accounts.doc(uid).path, error });
  try {
    const end = await Promise.race([syncAuth(uid), late]);
    if (end === "late") fail(end);
  } catch (error) {
    fail(codeOf(error));
  } finally {
    waited.abort();
  }
}
