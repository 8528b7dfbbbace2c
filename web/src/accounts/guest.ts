import { KindlingError } from "kindling-client";
import { auth } from "../core/backend.ts";
import { adoptGuest } from "../core/guests.ts";

/** The token of the guest that somebody was, until the account that they have has all of theirs. */
const keyOf = (uid: string) => `guest of ${uid}`;

/** Logs in to an account that is there already; what was done here as a guest comes along. */
export async function logInFromGuest(logIn: () => Promise<unknown>): Promise<void> {
  const guest = auth.currentUser?.isAnonymous ? auth.currentUser : undefined;
  const guestToken = await guest?.getIdToken();
  await logIn();
  const { currentUser } = auth;
  if (guestToken && currentUser) sessionStorage.setItem(keyOf(currentUser.uid), guestToken);
  await bringAlong();
}

/** Once the address of the account is confirmed; sent again after a failure, it does nothing twice. */
export async function bringAlong(): Promise<void> {
  const key = keyOf(auth.currentUser?.uid ?? "");
  const guestToken = sessionStorage.getItem(key);
  if (guestToken === null) return;
  try {
    await adoptGuest(guestToken);
  } catch (error) {
    const { reason, retryable } = KindlingError.from(error);
    if (reason === "unverified") return;
    if (retryable || reason === "too-many-requests") throw error;
  }
  sessionStorage.removeItem(key);
}
