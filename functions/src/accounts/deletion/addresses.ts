import { mailAddress } from "../../core/schema.ts";
import { auth, type UserRecord } from "../../core/users.ts";

/** The addresses of an account and of what it signs in with: first that to which mails go. */
export const addressesOf = (user: UserRecord | undefined): string[] =>
  distinct(user?.email, ...(user?.providerData ?? []).map(({ email }) => email));

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
  const { users } = await auth.getUsers(addresses.map((email) => ({ email })));
  const taken = users.filter((user) => user.uid !== uid).map(({ email }) => email?.toLowerCase());
  return addresses.filter((address) => !taken.includes(address.toLowerCase()));
}
