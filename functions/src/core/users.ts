import { getAuth, type UserRecord } from "firebase-admin/auth";
// Makes the app that it belongs to.
import "./db.ts";
import { SECOND } from "./clock.ts";
import { refuse } from "./refuse.ts";
import { mailAddress } from "./schema.ts";

export type { UserRecord } from "firebase-admin/auth";

/** Firebase Authentication. */
export const auth = getAuth();

/** Somebody as Firebase Authentication knows them; `undefined` if it does not (any more). */
export const userOf = (uid: string): Promise<UserRecord | undefined> =>
  auth.getUser(uid).catch(ifGone);

/** Whose address it is. Of what is none for Firebase Authentication, nobody's. */
export const ownerOf = (email: string): Promise<UserRecord | undefined> =>
  auth
    .getUserByEmail(email)
    .catch((error) => (codeOf(error) === "auth/invalid-email" ? undefined : ifGone(error)));

/**
 * `userOf`, for a caller who waits.
 * Refuses `unavailable`/`sign-in-unavailable` when Firebase Authentication can't be asked.
 */
export const askForUser = (uid: string): Promise<UserRecord | undefined> =>
  userOf(uid).catch(() =>
    refuse("unavailable", "sign-in-unavailable", "Accounts can't be looked up now. Try again."),
  );

/** To be caught with: nothing, where what failed did so because there is no such user. */
export function ifGone(error: unknown): undefined {
  if (codeOf(error) !== "auth/user-not-found") throw error;
}

/** The code that Firebase Authentication gave an error: its messages may hold what was sent. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "unknown";

/** Since when, in seconds, refresh tokens count: it moves with a password and an address, too. */
export const validSince = ({ tokensValidAfterTime }: UserRecord): number =>
  tokensValidAfterTime ? Math.floor(Date.parse(tokensValidAfterTime) / SECOND) : 0;

/** The address, if it is one that we keep and write to. */
export const addressOf = ({ email }: UserRecord): string | null =>
  mailAddress.safeParse(email).data ?? null;

/** Where a mail to them goes: nowhere before the address is theirs beyond doubt. */
export const confirmedAddressOf = (user: UserRecord | undefined): string | null =>
  user?.emailVerified ? addressOf(user) : null;
