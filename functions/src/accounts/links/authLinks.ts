import type { ActionCodeSettings } from "firebase-admin/auth";
import { appUrl } from "../../core/settings.ts";
import { auth, codeOf } from "../../core/users.ts";

// The links that Firebase Authentication makes; undefined where it can't make one for this address,
// now or ever. Where it fails (network, quota, settings) these do.

export const verificationLink = (email: string): Promise<string | undefined> =>
  unlessHopeless(auth.generateEmailVerificationLink(email, continuing()));

/** With protection against e-mail enumeration, it answers for an unknown address without a link. */
export const resetLink = (email: string): Promise<string | undefined> =>
  unlessHopeless(auth.generatePasswordResetLink(email, continuing()));

export const changeLink = (email: string, newEmail: string): Promise<string | undefined> =>
  unlessHopeless(auth.generateVerifyAndChangeEmailLink(email, newEmail, continuing()));

/** Where its page sends people when they are done: the app, if it is known. */
const continuing = (): ActionCodeSettings | undefined =>
  appUrl.value() === "" ? undefined : { url: appUrl.value() };

const HOPELESS = new Set([
  "auth/user-not-found",
  "auth/email-not-found",
  "auth/email-already-exists",
  "auth/invalid-email",
  "auth/invalid-new-email",
  "auth/invalid-uid",
]);

const unlessHopeless = (link: Promise<string | undefined>): Promise<string | undefined> =>
  link.catch((error) => {
    const code = codeOf(error);
    if (HOPELESS.has(code)) return undefined;
    // Its own words may hold the address, and what is thrown is logged.
    throw Object.assign(new Error(`Firebase Authentication made no link: ${code}`), { code });
  });
