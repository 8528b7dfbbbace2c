import { FieldValue } from "firebase-admin/firestore";
import { accounts } from "../../core/accounts.ts";
import { record } from "../../core/audit.ts";
import { now as present, SECOND } from "../../core/clock.ts";
import { create, decide, remove, update } from "../../core/decide.ts";
import { staff } from "../../core/roles.ts";
import { confirmedAddressOf, userOf } from "../../core/users.ts";
import { type Deletion, deletions } from "../schema.ts";
import { addressesOf, distinct } from "./addresses.ts";

/**
 * Begins a deletion that is due by `now`: from this commit on the account is disabled, for rules
 * and callables alike, whatever tokens are about, and there is no way back. It gathers the
 * account's addresses, old and new. The request of somebody who has become staff meanwhile is
 * dropped, and that is recorded.
 */
export async function shutOut(uid: string, now: Date): Promise<Deletion | "dropped" | "not-due"> {
  const user = await userOf(uid);
  return decide<Deletion | "dropped" | "not-due">(async (read) => {
    const [deletion, member, account] = await read(
      deletions.doc(uid),
      staff.doc(uid),
      accounts.doc(uid),
    );
    const requested = deletion.data();
    if (!requested || requested.nextAt.toMillis() > now.getTime()) return { answer: "not-due" };
    if (requested.state === "erasing") return { answer: requested };
    if (requested.state !== "requested") return { answer: "not-due" };
    if (member.exists) {
      const entry = { action: "deletion-dropped", actor: "system", subject: `accounts/${uid}` };
      const why = { reason: "Staff can't be deleted: the role has to be given up first." };
      const writes = [remove(deletion), record({ ...entry, ...why }, requested.alias)];
      return { answer: "dropped", writes };
    }
    const known = account.data();
    const shut = { disabled: true, validAfter: Math.floor(present().getTime() / SECOND) };
    const begun = {
      state: "erasing" as const,
      notify: confirmedAddressOf(user) ?? requested.notify,
      emails: distinct(
        ...addressesOf(user),
        ...requested.emails,
        known?.email,
        ...(known?.former ?? []),
      ),
    };
    const writes = [
      update(deletion, begun),
      known
        ? // Firebase Authentication is not told that it is disabled: it forgets the account.
          update(account, { ...shut, syncAt: FieldValue.delete() })
        : create(account.ref, { ...shut, email: null, seenSince: 0 }),
    ];
    return { answer: { ...requested, ...begun }, writes };
  });
}
