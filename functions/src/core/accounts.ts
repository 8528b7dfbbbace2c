import * as z from "zod";
import { documents } from "./db.ts";
import { refuse } from "./refuse.ts";
import { mailAddress, timestamp } from "./schema.ts";

/**
 * `accounts/{uid}`: what the server knows of an account beside Firebase Authentication. An ID token
 * lives for an hour whatever has become of its owner, so rules and callables look here, too. Not
 * there: nothing stands against its owner. Written by the server alone.
 */
export const Account = z.strictObject({
  /** Neither gets in nor may sign in. */
  disabled: z.boolean(),
  /** Seconds since 1970: who signed in then or earlier has to sign in again. */
  validAfter: z.int().min(0),
  /** The address that Firebase Authentication had when it was last looked at. */
  email: mailAddress.nullable(),
  /** The last that it had before, for what was sent to them. */
  former: z.array(mailAddress).max(20).optional(),
  /** Its `validSince` at that time, in seconds: it moves when a password or an address changes. */
  seenSince: z.int().min(0),
  /** Has been let in: an invitation is asked for no more. */
  admitted: z.boolean().optional(),
  /** Enabled again, which Firebase Authentication does not know yet. Else what it says stands. */
  enabling: z.boolean().optional(),
  /** Until Firebase Authentication agrees with what stands here: when a sweep sees to it. */
  syncAt: timestamp.optional(),
});
export type Account = z.output<typeof Account>;

export const accounts = documents("accounts", Account);

/**
 * Refuses a token whose owner was disabled (`permission-denied`/`disabled`) or signed out
 * everywhere since it was made out (`unauthenticated`/`signed-out-everywhere`). `signedInAt` is its
 * `auth_time`, in seconds. The rules say the same: `isSignedIn`.
 */
export function refuseShutOut(account: Account | undefined, signedInAt: number): void {
  if (!account) return;
  if (account.disabled) refuse("permission-denied", "disabled", "This account is disabled.");
  // So that a document without it, made by hand, shuts out.
  if (!(signedInAt > account.validAfter)) {
    refuse("unauthenticated", "signed-out-everywhere", "You were signed out. Sign in again.");
  }
}
