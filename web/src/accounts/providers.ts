import {
  browserPopupRedirectResolver as byWindow,
  GoogleAuthProvider,
  linkWithPopup,
  reauthenticateWithPopup,
  signInWithCredential,
  signInWithPopup,
  type User,
} from "firebase/auth";
import { KindlingError } from "kindling-client";
import { auth } from "../core/backend.ts";
import { logInFromGuest } from "./guest.ts";

/** Adds a way in to the account that somebody is logged in to. */
export const connectGoogle = (user: User): Promise<unknown> =>
  linkWithPopup(user, new GoogleAuthProvider(), byWindow);

/** Shows that it is still them. */
export const logInAgainWithGoogle = (user: User): Promise<unknown> =>
  reauthenticateWithPopup(user, new GoogleAuthProvider(), byWindow);

/** Logs in, or signs up. A guest keeps what they have, whichever of them it is. */
export async function goOnWithGoogle(): Promise<void> {
  const { currentUser } = auth;
  if (!currentUser?.isAnonymous) {
    await signInWithPopup(auth, new GoogleAuthProvider(), byWindow);
    return;
  }
  try {
    await connectGoogle(currentUser);
  } catch (error) {
    const credential = credentialOfAnother(error);
    if (!credential) throw error;
    await logInFromGuest(() => signInWithCredential(auth, credential));
  }
}

/** What logs in to the account that it belongs to. */
function credentialOfAnother(error: unknown) {
  const { code, cause } = KindlingError.from(error);
  if (code !== "credential-already-in-use") return null;
  return GoogleAuthProvider.credentialFromError(
    cause as Parameters<typeof GoogleAuthProvider.credentialFromError>[0],
  );
}
