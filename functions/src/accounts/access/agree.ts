import { error as logError } from "firebase-functions/logger";
import { accounts } from "../../core/accounts.ts";
import { SECOND } from "../../core/clock.ts";
import { inTime } from "../../core/inTime.ts";
import { codeOf } from "../../core/users.ts";
import { syncAuth } from "./syncAuth.ts";

/** How long somebody who has called is kept waiting for it. */
const PATIENCE = 15 * SECOND;

/**
 * `syncAuth` after a commit that calls for it. The commit stands, so this fails in no case: what
 * can't be done now, the sweep does.
 */
export async function agree(uid: string, patience = PATIENCE): Promise<void> {
  try {
    await inTime(syncAuth(uid), patience);
  } catch (error) {
    logError("sync", { path: accounts.doc(uid).path, error: codeOf(error) });
  }
}
