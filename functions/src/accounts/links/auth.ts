import { type ActionCodeSettings, getAuth, type UserRecord } from "firebase-admin/auth";
import { appUrl } from "../../core/settings.ts";

// What Firebase Authentication (Auth) says of an address, and the links that it makes. What it has no
// answer to is undefined; where it fails (network, quota, settings) these do.

/** Whose account it is, unless it is disabled. */
export async function userOf(uid: string | null): Promise<UserRecord | undefined> {
  const user = uid === null ? undefined : await known(getAuth().getUser(uid));
  return user?.disabled ? undefined : user;
}

/** Who has the address, unless the account is disabled. */
export async function ownerOf(email: string): Promise<UserRecord | undefined> {
  const owner = await known(getAuth().getUserByEmail(email));
  return owner?.disabled ? undefined : owner;
}

export const isTaken = async (email: string): Promise<boolean> =>
  (await known(getAuth().getUserByEmail(email))) !== undefined;

export const verificationLink = (email: string): Promise<string | undefined> =>
  known(getAuth().generateEmailVerificationLink(email, continuing()));

/** With protection against e-mail enumeration, Auth answers for an unknown address without a link. */
export const resetLink = (email: string): Promise<string | undefined> =>
  known(getAuth().generatePasswordResetLink(email, continuing()));

export const changeLink = (email: string, newEmail: string): Promise<string | undefined> =>
  known(getAuth().generateVerifyAndChangeEmailLink(email, newEmail, continuing()));

/** Where Auth's page sends people when they are done. */
const continuing = (): ActionCodeSettings | undefined =>
  appUrl.value() === "" ? undefined : { url: appUrl.value() };

/** What Auth says of an address that it can do nothing with, now or ever. */
const HOPELESS = new Set<unknown>([
  "auth/user-not-found",
  "auth/email-not-found",
  "auth/email-already-exists",
  "auth/invalid-email",
  "auth/invalid-new-email",
  "auth/invalid-uid",
]);

const known = <T>(answer: Promise<T>): Promise<T | undefined> =>
  answer.catch((error) => {
    if (HOPELESS.has(error.code)) return undefined;
    throw error;
  });
