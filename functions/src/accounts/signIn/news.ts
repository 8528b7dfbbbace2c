import type { Account } from "../../core/accounts.ts";
import type { AuthRecord } from "./authRecord.ts";

/** What a sign-in shows of its account: its address, and since when sessions count, in seconds. */
export interface Shown {
  email: string | null;
  since: number;
  /** Whether Firebase Authentication has it so already: not in the midst of a sign-up or a link. */
  settled: boolean;
}

/** Within so many seconds of our answer Firebase Authentication has made what it asked about. */
const SETTLING = 10;

/**
 * Puts together what a sign-in says (`email`) and what Firebase Authentication has, which knows
 * better once it has an address. What is on its way will move `since`: it stands a little ahead then,
 * so that nobody takes it for news.
 */
export function shownBy(
  email: string | null,
  auth: AuthRecord | undefined | "no answer",
  seconds: number,
): Shown {
  const settled = typeof auth === "object" && (auth.email !== null || email === null);
  return settled ? { ...auth, settled } : { email, since: seconds + SETTLING, settled };
}

/**
 * What is new about an account that has been seen before, and what to remember of it. While `syncAt`
 * is set it is we who end its sessions. With sessions that Firebase Authentication has ended, tokens
 * that are older than `since` are shut out; the one that comes of this sign-in is not.
 */
export function newsOf(
  known: Account,
  { email, since, settled }: Shown,
): { kind: "address-changed" | "password-changed"; fields: Partial<Account> } | undefined {
  const moved = email?.toLowerCase() !== known.email?.toLowerCase();
  const ended = settled && since > known.seenSince && known.syncAt === undefined;
  const validAfter = Math.max(known.validAfter, since - 1);
  if (ended) {
    const fields = { email, seenSince: since, validAfter };
    return { kind: moved ? "address-changed" : "password-changed", fields };
  }
  if (!moved) return undefined;
  const isAhead = !settled && known.syncAt === undefined;
  return {
    kind: "address-changed",
    fields: { email, ...(isAhead && { seenSince: Math.max(known.seenSince, since) }) },
  };
}
