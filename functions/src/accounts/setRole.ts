import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { askForUser } from "../core/users.ts";
import { agree } from "./access/agree.ts";
import { changeRole } from "./access/changeRole.ts";
import { SetRole } from "./inputs.ts";

/**
 * Gives somebody a role on the staff, changes it, or takes it (`role: null`). It counts at once;
 * the claim `role` in their ID token follows when that is renewed, within the hour. The audit trail
 * has it with the `reason`, and the person is written to, at a confirmed address. Answers
 * `{ uid, role }`; calling again answers the same and tells nobody again. For admins, of themselves,
 * too.
 *
 * Refuses `not-found`/`no-such-user`; `failed-precondition` with `last-admin`, of the only one who
 * is; to give a role also with `unverified-user` and `deletion-requested`; and
 * `unavailable`/`sign-in-unavailable`.
 */
export const setRole = callable(
  { access: ["admin"], recentSignIn: true, input: SetRole },
  async ({ uid, ...change }, caller) => {
    const user = await askForUser(uid);
    const answer = await decide((read) =>
      changeRole(read, { uid, ...change, user, actor: caller.uid }),
    );
    await agree(uid);
    return answer;
  },
);
