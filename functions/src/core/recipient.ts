import { accounts } from "./accounts.ts";
import { confirmedAddressOf, userOf } from "./users.ts";

/**
 * Where somebody is written to: a confirmed address, of an account that is not shut out; else
 * nowhere. Billed one read.
 */
export async function addressToWrite(uid: string): Promise<string | null> {
  const [user, account] = await Promise.all([userOf(uid), accounts.doc(uid).get()]);
  if (!user || user.disabled || account.data()?.disabled) return null;
  return confirmedAddressOf(user);
}
