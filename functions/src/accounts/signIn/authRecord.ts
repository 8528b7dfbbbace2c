import { error as logError } from "firebase-functions/logger";
import { codeOf, type UserRecord, userOf, validSince } from "../../core/users.ts";

/** What Firebase Authentication has of somebody. */
export interface AuthRecord {
  email: string | null;
  verified: boolean;
  /** Sessions that are older, in seconds since 1970, have ended: `validSince`. */
  since: number;
}

/** Nobody, where there is no such account (yet). */
export async function authRecordOf(uid: string): Promise<AuthRecord | undefined> {
  const user = await userOf(uid);
  return user && asAuthRecord(user);
}

/** `authRecordOf`, but "no answer" where that fails: a sign-in does not wait for it. */
export const authRecordOrSilence = (uid: string): Promise<AuthRecord | undefined | "no answer"> =>
  authRecordOf(uid).catch((error) => {
    logError("no auth record", { error: codeOf(error) });
    return "no answer";
  });

export const asAuthRecord = (user: UserRecord): AuthRecord => ({
  email: user.email ?? null,
  verified: user.emailVerified,
  since: validSince(user),
});
