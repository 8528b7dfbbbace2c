import type { Caller } from "../caller.ts";
import { DAY, MINUTE, now, SECOND, stamp } from "../clock.ts";
import { idOf } from "../id.ts";
import { counterOf } from "../limits.ts";
import { refuse } from "../refuse.ts";
import { hashOf } from "../secret.ts";
import type { Invitation } from "./schema.ts";

const VALID = 7 * DAY;

/** For so long after an invitation no other mail goes to the same address about the same thing. */
const REST = MINUTE;

/** Each may send a mail to an address of the caller's choice. */
export const INVITE_LIMIT = { calls: 30, seconds: DAY / SECOND };

/** Nobody is invited more often, by whomever and to whatever: they have not asked for it. */
export const ADDRESS_LIMIT = { calls: 5, seconds: DAY / SECOND };

/** Counts how often an address, in lower case, is invited, by whomever and by whichever module. */
export const timesInvited = (email: string) => counterOf("invited", idOf("invited", email));

/** What is kept of an invitation that goes out now, with `token` in it, and counts for seven days. */
export const newInvitation = (email: string, invitedBy: string, token: string): Invitation => ({
  email,
  invitedBy,
  tokenHash: hashOf(token),
  createdAt: stamp(),
  expiresAt: stamp(VALID),
  accepted: false,
});

/**
 * Whether `last` stands for this call: a commit of it that went through unheard, or a call less than a
 * minute ago that was the same (`isSame`) and is not used up.
 */
export const isRepeated = (last: Invitation, tokenHash: string, isSame: boolean): boolean =>
  last.tokenHash === tokenHash ||
  (!last.accepted && isSame && last.createdAt.toMillis() + REST > now().getTime());

/** Refuses `failed-precondition`/`own-address`. `email` is in lower case. */
export function refuseOwnAddress(caller: Caller, email: string): void {
  if (caller.email?.toLowerCase() !== email) return;
  refuse("failed-precondition", "own-address", "This is your own address.");
}
