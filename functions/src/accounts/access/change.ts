import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Account } from "../../core/accounts.ts";
import { MINUTE, now, SECOND, stamp } from "../../core/clock.ts";
import { create, update, type Write } from "../../core/decide.ts";
import { idOf } from "../../core/id.ts";

/** So long a sweep leaves it to who has made the change to have Firebase Authentication agree. */
const AHEAD = MINUTE;

/**
 * Changes what the server knows of an account, whether it has known of it or not, in a commit
 * after which Firebase Authentication has to agree: see `agree`.
 */
export function changeAccount(
  account: DocumentSnapshot<Account>,
  fields: Partial<Pick<Account, "disabled" | "validAfter" | "enabling">>,
): Write {
  const changed = { ...fields, syncAt: stamp(AHEAD) };
  if (account.exists) return update(account, changed);
  const nothingKnown = { disabled: false, validAfter: 0, email: null, seenSince: 0 };
  return create(account.ref, { ...nothingKnown, ...changed });
}

/** Shuts out all who have signed in by now. Never earlier than it was: clocks differ. */
export const nobodyYet = (account: Account | undefined): number =>
  Math.max(account?.validAfter ?? 0, Math.floor(now().getTime() / SECOND));

/** Tells a change of an account from all others of it, once it is carried out. */
export const occasionOf = (account: DocumentSnapshot<Account>): string =>
  idOf("account", account.id, account.updateTime?.valueOf() ?? "");
