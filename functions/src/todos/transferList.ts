import { accounts } from "../core/accounts.ts";
import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { DAY, SECOND, stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { askForUser, confirmedAddressOf } from "../core/users.ts";
import { TransferList } from "./inputs.ts";
import { ownedList, ownList, roleIn } from "./list/access.ts";
import { listTransferred } from "./list/mails.ts";
import { lists } from "./schema.ts";

/**
 * Makes another member the owner of the caller's list; the caller stays, as a writer. The new owner
 * is written so. Again by who was the owner, it answers the same. Answers `{ ownerId }`.
 *
 * For the owner. Refuses what `ownedList` refuses; `failed-precondition`/`not-a-member`,
 * `account-disabled`; `unavailable`/`sign-in-unavailable`.
 */
export const transferList = callable(
  { access: "signed-in", input: TransferList, limit: { calls: 20, seconds: DAY / SECOND } },
  async ({ listId, uid }, caller) => {
    const user = await askForUser(uid);
    const to = confirmedAddressOf(user);
    return decide(async (read) => {
      const [found, account] = await read(lists.doc(listId), accounts.doc(uid));
      const { ownerId } = ownList(found, caller);
      // Done before; of the owner themselves, nothing to do.
      if (ownerId === uid) return { answer: { ownerId } };
      const list = ownedList(found, caller);
      if (!roleIn(list, uid)) {
        refuse("failed-precondition", "not-a-member", "Only who is on the list can own it.");
      }
      if (!user || user.disabled || account.data()?.disabled) {
        refuse("failed-precondition", "account-disabled", "This account is disabled.");
      }
      const at = stamp();
      const occasion = String(at.toMillis());
      const entry = { action: "list-transferred", actor: caller.uid, subject: found.ref.path };
      return {
        answer: { ownerId: uid },
        writes: [
          update(found, {
            ownerId: uid,
            roles: { ...list.roles, [caller.uid]: "writer", [uid]: "owner" },
            updatedAt: at,
          }),
          record(entry, occasion),
          ...(to === null
            ? []
            : [
                queueMail(
                  "list-transferred",
                  `${listId}_${occasion}`,
                  to,
                  listTransferred(list.title),
                ),
              ]),
        ],
      };
    });
  },
);
