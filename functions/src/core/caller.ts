import type { CallableRequest } from "firebase-functions/https";
import { reasonOf, refuse } from "./refuse.ts";
import { type Role, requireRole } from "./roles.ts";

/**
 * Who may call: anyone; who is signed in (guests too); who has a verified
 * e-mail address; or staff of one of the roles named.
 */
export type Access = "anyone" | "signed-in" | "verified" | readonly Role[];

export interface Caller {
  uid: string;
  /** As the identity provider knows it; verified only if `verified`. */
  email: string | undefined;
  verified: boolean;
  /** Set where the access level is a list of roles. */
  role: Role | undefined;
}

/** With access "anyone" there may be nobody signed in. */
export type CallerFor<A extends Access> = A extends "anyone" ? Caller | undefined : Caller;

/**
 * Refuses `unauthenticated`/`signed-out`, `permission-denied`/`unverified` and what `requireRole`
 * refuses; answers the caller otherwise.
 */
export async function admit<A extends Access>(
  auth: CallableRequest["auth"],
  access: A,
): Promise<CallerFor<A>> {
  if (!auth) {
    if (access === "anyone") return undefined as CallerFor<A>;
    refuse("unauthenticated", "signed-out", "Sign in first.");
  }
  const caller: Caller = {
    uid: auth.uid,
    email: auth.token.email,
    verified: auth.token.email_verified === true && auth.token.email !== undefined,
    role: undefined,
  };
  if (access !== "anyone" && access !== "signed-in" && !caller.verified) {
    refuse("permission-denied", "unverified", "Confirm your e-mail address first.");
  }
  if (typeof access === "object") caller.role = await requireRole(caller.uid, access);
  return caller as CallerFor<A>;
}

/**
 * Whether `caller` is staff of one of `roles`: for what both a document's owner and staff may do.
 * Billed one read.
 */
export async function isStaff({ uid, verified }: Caller, roles: readonly Role[]): Promise<boolean> {
  if (!verified) return false;
  return requireRole(uid, roles).then(
    () => true,
    (error) => (reasonOf(error) ? false : Promise.reject(error)),
  );
}
