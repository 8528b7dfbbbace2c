import { getAuth, type UserRecord } from "firebase-admin/auth";
import { mailAddress } from "../../core/schema.ts";

/** What Firebase Authentication knows of somebody; nothing where the account is gone. */
export const authUserOf = (uid: string): Promise<UserRecord | undefined> =>
  whereThere(getAuth().getUser(uid));

/** The addresses of an account and of what it signs in with: first that to which mails go. */
export async function addressesOf(uid: string): Promise<string[]> {
  const user = await authUserOf(uid);
  return distinct(user?.email, ...(user?.providerData ?? []).map(({ email }) => email));
}

/** Each address once, in their order. What no mail could go to is left out. */
export const distinct = (...addresses: (string | null | undefined)[]): string[] => [
  ...new Set(addresses.flatMap((address) => mailAddress.safeParse(address).data ?? [])),
];

/**
 * Without what has become the address of another account: whoever signs up with one again, or has
 * got it from its former owner, keeps what is theirs.
 */
export async function withoutOthers(uid: string, addresses: readonly string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const { users } = await getAuth().getUsers(addresses.map((email) => ({ email })));
  const taken = users.filter((user) => user.uid !== uid).map(({ email }) => email?.toLowerCase());
  return addresses.filter((address) => !taken.includes(address.toLowerCase()));
}

/** Nobody signs in to it from now on. One that is gone already is fine. */
export async function removeFromAuth(uid: string): Promise<void> {
  await whereThere(getAuth().revokeRefreshTokens(uid));
  await whereThere(getAuth().deleteUser(uid));
}

async function whereThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "auth/user-not-found") return;
    throw error;
  }
}
