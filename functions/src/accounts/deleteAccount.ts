import { randomInt } from "node:crypto";
import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { DAY, stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { staff } from "../core/roles.ts";
import { askForUser, confirmedAddressOf } from "../core/users.ts";
import { addressesOf, distinct } from "./deletion/addresses.ts";
import { deletionRequested } from "./deletion/mails.ts";
import { Nothing } from "./inputs.ts";
import { deletions } from "./schema.ts";

/** So long may somebody change their mind, or find out that it was somebody else's. */
export const GRACE = 14 * DAY;

/**
 * Asks for the caller's account to be deleted, guests' too, in 14 days: until then it works as
 * ever, and `keepAccount` undoes this. They are sent a mail, where they have a confirmed address. Answers `{
 * dueAt }` (ISO 8601), the same again where it has been asked for already.
 *
 * Takes a sign-in of the last five minutes. Refuses `failed-precondition`/`is-staff`: a role has to
 * be given up first; `unavailable`/`sign-in-unavailable`; and over 10 times a day.
 */
export const deleteAccount = callable(
  {
    access: "signed-in",
    input: Nothing,
    recentSignIn: true,
    limit: { calls: 10, seconds: 24 * 3600 },
  },
  async (_, { uid, email }) => {
    const user = await askForUser(uid);
    const emails = distinct(...addressesOf(user), email);
    const notify = confirmedAddressOf(user);
    return decide(async (read) => {
      const [deletion, member] = await read(deletions.doc(uid), staff.doc(uid));
      const requested = deletion.data();
      if (requested) return { answer: { dueAt: requested.dueAt.toDate().toISOString() } };
      if (member.exists) {
        refuse(
          "failed-precondition",
          "is-staff",
          "Staff can't be deleted: give up the role first.",
        );
      }
      const [alias, dueAt] = [newAlias(), stamp(GRACE)];
      const entry = { action: "deletion-requested", actor: uid, subject: `accounts/${uid}` };
      const writes = [
        create(deletion.ref, {
          state: "requested",
          requestedAt: stamp(),
          dueAt,
          nextAt: dueAt,
          alias,
          notify,
          emails,
        }),
        record(entry, alias),
      ];
      // By the alias: the id of a mail is not to name anybody.
      if (notify) {
        writes.push(queueMail("deletion-requested", alias, notify, deletionRequested(dueAt)));
      }
      return { answer: { dueAt: dueAt.toDate().toISOString() }, writes };
    });
  },
);

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

const newAlias = (): string =>
  `deleted-${Array.from({ length: 20 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
