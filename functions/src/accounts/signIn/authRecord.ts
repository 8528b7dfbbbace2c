import { getAuth, type UserRecord } from "firebase-admin/auth";
import { error as logError } from "firebase-functions/logger";
import { SECOND } from "../../core/clock.ts";

/** What Firebase Authentication has of somebody. */
export interface AuthRecord {
  email: string | null;
  verified: boolean;
  /** Sessions that are older, in seconds since 1970, have ended: `validSince`. */
  since: number;
}

/** Nobody, where there is no such account (yet). */
export async function authRecordOf(uid: string): Promise<AuthRecord | undefined> {
  try {
    return asAuthRecord(await getAuth().getUser(uid));
  } catch (error) {
    if (codeOf(error) === "auth/user-not-found") return undefined;
    throw error;
  }
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
  since: Math.floor(Date.parse(user.tokensValidAfterTime ?? "") / SECOND) || 0,
});

/** "auth/…"; an error's message may hold what was asked for. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";
