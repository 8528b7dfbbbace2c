import * as z from "zod";
import { now } from "../clock.ts";
import { refuse } from "../refuse.ts";
import { isSecret } from "../secret.ts";
import type { Invitation } from "./schema.ts";

/** What the mail has: the id of what somebody is invited to, a dot and the token. */
export const invitationCode = z
  .string()
  .regex(
    /^_?[A-Za-z0-9-][A-Za-z0-9_-]{0,62}\.[A-Za-z0-9_-]{43}$/,
    "must be the code of an invitation",
  );

/**
 * The invitation of `email` that has this token. Refuses what `refuseUnknown` refuses where there is
 * none, and where it has another.
 */
export function soughtInvitation<I extends Invitation>(
  invite: I | undefined,
  token: string,
  email: string,
): I {
  if (invite && isSecret(token, invite.tokenHash)) return invite;
  refuseUnknown(email);
}

/**
 * Refuses `not-found`/`no-such-invite`: a wrong code, another's address, taken back, or to what is not
 * there any more, in the same words.
 */
export function refuseUnknown(email: string): never {
  refuse(
    "not-found",
    "no-such-invite",
    `There is no such invitation for ${email}. Sign in with the address that it was sent to.`,
  );
}

/** Refuses `failed-precondition` with `invite-used`, `invite-expired`. */
export function refuseSpent({ accepted, expiresAt }: Invitation): void {
  if (accepted) {
    refuse("failed-precondition", "invite-used", "This invitation has been used. Ask for another.");
  }
  if (expiresAt.toMillis() <= now().getTime()) {
    refuse(
      "failed-precondition",
      "invite-expired",
      "This invitation has run out. Ask for another.",
    );
  }
}
