import { type Firestore, getDoc, runTransaction, serverTimestamp } from "firebase/firestore";
import { usernameProblem } from "../../functions/src/accounts/names.ts";
import { accountsDocuments, type Profile, type UsernameClaim } from "./accounts.ts";
import { KindlingError } from "./errors.ts";
import { unlessOvertaken } from "./overtaken.ts";

/** What people say of themselves, under a name that nobody else has. */
export type Introduction = Pick<Profile, "username" | "displayName" | "bio" | "avatar">;

/** Creates or changes somebody's own profile. */
export type SaveProfile = (uid: string, introduction: Introduction) => Promise<void>;

/**
 * The profile, the claim of its name and the end of the claim of a former one in one commit, as the
 * rules demand. Rejects with a `KindlingError`, `already-exists`/`username-taken`, where the name is
 * somebody else's and `invalid-argument`/`invalid-username` where it can be nobody's; with the
 * SDK's `permission-denied` where the rules refuse: to guests, a text too long, an avatar from
 * somewhere else.
 */
export const savingProfile = (db: Firestore): SaveProfile => {
  const documents = accountsDocuments(db);

  return async (uid, { username, displayName, bio, avatar }) => {
    const problem = usernameProblem(username);
    if (problem) throw refusal("invalid-argument", "invalid-username", username, problem);
    const profile = documents.profile(uid);
    const claim = documents.username(username);
    let earlier: Profile | undefined;
    let claimed: UsernameClaim | undefined;

    const write = () =>
      runTransaction(
        db,
        async (transaction) => {
          earlier = (await transaction.get(profile)).data();
          claimed = (await transaction.get(claim)).data();
          if (claimed && claimed.uid !== uid) {
            throw refusal("already-exists", "username-taken", username, "is taken");
          }
          const now = serverTimestamp();
          const times = { createdAt: earlier?.createdAt ?? now, updatedAt: now };
          transaction.set(profile, { username, displayName, bio, avatar, ...times });
          if (claimed) return;
          transaction.set(claim, { uid, createdAt: now });
          const isOther = earlier?.username.toLowerCase() !== username.toLowerCase();
          if (earlier && isOther) transaction.delete(documents.username(earlier.username));
        },
        { maxAttempts: 10 },
      );

    // Once somebody else has the name, or another device has written the profile.
    const isOvertaken = async () => {
      const [current, holder] = await Promise.all([getDoc(profile), getDoc(claim)]);
      const written = current.data()?.updatedAt.valueOf();
      return written !== earlier?.updatedAt.valueOf() || holder.data()?.uid !== claimed?.uid;
    };
    return unlessOvertaken(write, isOvertaken);
  };
};

const refusal = (code: string, reason: string, username: string, problem: string) =>
  new KindlingError(code, reason, `Username ${problem}.`, { username }, undefined);
