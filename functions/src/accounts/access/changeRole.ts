import type { DocumentSnapshot } from "firebase-admin/firestore";
import { accounts } from "../../core/accounts.ts";
import { record } from "../../core/audit.ts";
import { create, type Decision, type Read, remove, update, type Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { refuse } from "../../core/refuse.ts";
import { type Role, type Staff, staff } from "../../core/roles.ts";
import { confirmedAddressOf, type UserRecord } from "../../core/users.ts";
import type { SetRole } from "../inputs.ts";
import { type Deletion, deletions } from "../schema.ts";
import { adminStays } from "./adminStays.ts";
import { changeAccount, occasionOf } from "./change.ts";
import { roleChanged } from "./mails.ts";

/** The actor of what is done by who holds the project's own credentials. */
export const COMMAND = "command";

interface Change {
  uid: string;
  role: Role | null;
  /** As Firebase Authentication knows them. */
  user: UserRecord | undefined;
  /** A uid, or `COMMAND`. */
  actor: string;
  reason?: string | undefined;
}

/**
 * Gives somebody a role on the staff, or takes it: the staff document, the word to Firebase
 * Authentication, the audit trail and a mail to the person. Who has that role already has it.
 * Refuses what `setRole` says.
 */
export async function changeRole(
  read: Read,
  { uid, role, user, actor, reason }: Change,
): Promise<Decision<Pick<SetRole, "uid" | "role">>> {
  const [member, account, deletion, acting] = await read(
    staff.doc(uid),
    accounts.doc(uid),
    deletions.doc(uid),
    staff.doc(actor),
  );
  const current = member.data();
  if (!user && (role !== null || !current)) {
    refuse("not-found", "no-such-user", "There is no such user.");
  }
  const answer = { uid, role };
  if ((current?.role ?? null) === role) return { answer };
  if (role !== null) refuseUnfit(user, deletion);
  const occasion = occasionOf(account);
  const address = confirmedAddressOf(user);
  const disabled = current?.disabled || account.data()?.disabled || false;
  return {
    answer,
    writes: [
      writeStaff(member, role, disabled),
      changeAccount(account, {}),
      ...(role === null ? [] : [stillAbsent(deletion)]),
      ...(actor === COMMAND ? [] : [await adminStays(uid, acting)]),
      record(
        {
          action: `role-set-to-${role ?? "none"}`,
          actor,
          subject: account.ref.path,
          ...(reason !== undefined && { reason }),
        },
        occasion,
      ),
      ...(address ? [queueMail("role-changed", occasion, address, roleChanged(role))] : []),
    ],
  };
}

function writeStaff(member: DocumentSnapshot<Staff>, role: Role | null, disabled: boolean): Write {
  if (role === null) return remove(member);
  const changed = { role, disabled };
  return member.exists ? update(member, changed) : create(member.ref, changed);
}

function refuseUnfit(user: UserRecord | undefined, deletion: DocumentSnapshot<Deletion>): void {
  if (confirmedAddressOf(user) === null) {
    refuse("failed-precondition", "unverified-user", "They have to confirm their address first.");
  }
  if (deletion.exists) {
    refuse("failed-precondition", "deletion-requested", "This account is about to be deleted.");
  }
}

/** Lets the commit through only if the document still is not there: there is nothing to delete. */
const stillAbsent =
  ({ ref }: DocumentSnapshot<Deletion>): Write =>
  (batch) =>
    batch.delete(ref, { exists: false });
