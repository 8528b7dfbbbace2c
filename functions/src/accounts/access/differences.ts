import type { Account } from "../../core/accounts.ts";
import type { Staff } from "../../core/roles.ts";
import { type UserRecord, validSince } from "../../core/users.ts";

/** What Firebase Authentication has to be told. */
interface Differences {
  disabled?: boolean;
  /** Whether all who are signed in have to sign in again. */
  revoked: boolean;
  /** All of the custom claims. */
  claims?: object;
}

/**
 * What of Firebase Authentication does not say what the documents say. Somebody who was disabled
 * there by hand stays so until they are enabled here: no other change lets them in again.
 */
export function differences(
  account: Account | undefined,
  member: Staff | undefined,
  user: UserRecord,
): Differences {
  const { disabled = false, enabling = false, validAfter = 0 } = account ?? {};
  const wanted = disabled || (user.disabled && !enabling);
  const claims = claimsOf(disabled ? undefined : member, user);
  return {
    revoked: validSince(user) < validAfter,
    ...(wanted !== user.disabled && { disabled: wanted }),
    ...(claims && { claims }),
  };
}

/** Nothing where they are right. Claims that the app makes for itself are kept. */
function claimsOf(member: Staff | undefined, user: UserRecord): object | undefined {
  const { role, ...others } = user.customClaims ?? {};
  const wanted = member && !member.disabled ? { role: member.role } : {};
  return role === wanted.role ? undefined : { ...others, ...wanted };
}
