import { accounts } from "../core/accounts.ts";
import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { type Decision, decide, type Read } from "../core/decide.ts";
import { agree } from "./access/agree.ts";
import { changeAccount, nobodyYet, occasionOf } from "./access/change.ts";
import { Nothing } from "./inputs.ts";

/**
 * Signs the caller out on all their devices, this one too: from this moment rules and callables
 * refuse every token of a sign-in up to now, `signed-out-everywhere`, and none can be renewed. So an
 * app signs out after it, and has them sign in again. Times are whole seconds: who signs in again
 * within the same second has to do so once more. A guest can't come back: for them it is the end.
 *
 * Answers `{ validAfter }`, in seconds since 1970: sign-ins until then are over. Recorded. For who
 * is signed in.
 */
export const signOutEverywhere = callable(
  { access: "signed-in", input: Nothing },
  async (_, { uid }) => {
    const from = nobodyYet(undefined);
    const validAfter = await decide((read) => signOut(read, uid, from));
    await agree(uid);
    return { validAfter };
  },
);

async function signOut(read: Read, uid: string, from: number): Promise<Decision<number>> {
  const [account] = await read(accounts.doc(uid));
  const { validAfter: done = 0 } = account.data() ?? {};
  if (done >= from) return { answer: done };
  const validAfter = nobodyYet(account.data());
  const entry = { action: "signed-out-everywhere", actor: uid, subject: account.ref.path };
  return {
    answer: validAfter,
    writes: [changeAccount(account, { validAfter }), record(entry, occasionOf(account))],
  };
}
