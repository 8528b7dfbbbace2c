import type { CallableRequest } from "firebase-functions/https";
import { accounts, refuseShutOut } from "./accounts.ts";
import { MINUTE, now, SECOND } from "./clock.ts";
import { readings } from "./readings.ts";
import { reasonOf, refuse } from "./refuse.ts";
import { type Role, requireRole, roleOf, staff } from "./roles.ts";

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

type Auth = NonNullable<CallableRequest["auth"]>;

/**
 * Refuses `unauthenticated`/`signed-out`, `permission-denied`/`unverified`, what `refuseShutOut`
 * refuses and, where the access level is a list of roles, what `roleOf` does; answers the caller
 * otherwise. Billed one read for whoever is signed in, two where it takes a role.
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
  const { read } = readings();
  const account = accounts.doc(caller.uid);
  if (typeof access === "string") {
    const [known] = await read(account);
    refuseShutOut(known.data(), signedInAt(auth));
  } else {
    const [known, member] = await read(account, staff.doc(caller.uid));
    refuseShutOut(known.data(), signedInAt(auth));
    caller.role = roleOf(member.data(), access);
  }
  return caller as CallerFor<A>;
}

/** What is dangerous in a stranger's hands takes a sign-in not older than this. */
const RECENT = 5 * MINUTE;

/**
 * Refuses `failed-precondition`/`recent-sign-in-required` to who has signed in more than five minutes
 * ago: a device left open, or a token stolen, must not be enough.
 */
export function refuseOldSignIn(auth: CallableRequest["auth"]): void {
  if (auth && now().getTime() - signedInAt(auth) * SECOND <= RECENT) return;
  refuse("failed-precondition", "recent-sign-in-required", "Sign in again first, to be sure.");
}

/** In seconds. A token of Firebase Authentication always says when. */
const signedInAt = ({ token }: Auth): number => token.auth_time ?? 0;

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
