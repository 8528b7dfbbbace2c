import { beforeUserSignedIn, HttpsError } from "firebase-functions/identity";
import { error as logError } from "firebase-functions/logger";
import { inTime } from "../core/inTime.ts";
import { PATIENCE } from "./signIn/policy.ts";
import { watchSignIn } from "./signIn/watchSignIn.ts";

/**
 * Asked by Firebase Authentication at each sign-in with an address, a telephone number or another
 * provider (not of guests, nor of custom tokens). Refuses `permission-denied` as `watchSignIn` does,
 * which also tells of changed passwords and addresses. Where that fails or takes over four seconds
 * it lets them in and logs it: nobody is kept out for a slow database, and who is disabled is refused
 * by rules and callables all the same. What was missed the next sign-in tells.
 */
export const beforeSignIn = beforeUserSignedIn(async ({ data }) => {
  if (!data) return;
  try {
    await inTime(watchSignIn(data.uid, data.email || null), PATIENCE);
  } catch (error) {
    if (error instanceof HttpsError && error.code === "permission-denied") throw error;
    logError("sign-in not watched", { error: String(error) });
  }
});
