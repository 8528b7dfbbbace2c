import { type DecodedIdToken, getAuth } from "firebase-admin/auth";
import type { Caller } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";

/**
 * The uid of the guest whose ID token it is: of somebody who signed in anonymously and is nobody
 * yet. Whoever holds the token was that guest, within the hour.
 *
 * Refuses `invalid-argument` with `guest-token-invalid` (another project's, too),
 * `guest-token-expired` or `guest-is-caller`; `not-found`/`no-such-guest` for one that has been
 * deleted, disabled or signed out everywhere; `permission-denied`/`not-a-guest` for a person's.
 */
export async function guestOf(token: string, caller: Caller): Promise<string> {
  const { uid, firebase } = await verified(token);
  if (firebase.sign_in_provider !== "anonymous") notAGuest();
  if (uid === caller.uid) {
    refuse("invalid-argument", "guest-is-caller", "All that this guest has is yours already.");
  }
  // The token does not say what has become of its guest since.
  const { providerData } = await getAuth().getUser(uid);
  if (providerData.length > 0) notAGuest();
  return uid;
}

async function verified(token: string): Promise<DecodedIdToken> {
  try {
    return await getAuth().verifyIdToken(token, true);
  } catch (error) {
    switch (error instanceof Error && "code" in error && error.code) {
      case "auth/argument-error":
        return refuse("invalid-argument", "guest-token-invalid", "This is no guest's token.");
      case "auth/id-token-expired":
        return refuse("invalid-argument", "guest-token-expired", "This token is too old.");
      case "auth/id-token-revoked":
      case "auth/user-disabled":
      case "auth/user-not-found":
        return refuse("not-found", "no-such-guest", "This guest is not there any more.");
      default:
        throw error;
    }
  }
}

const notAGuest = (): never =>
  refuse("permission-denied", "not-a-guest", "This token is a person's, not a guest's.");
