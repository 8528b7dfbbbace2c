import type { DocumentSnapshot } from "firebase-admin/firestore";
import { update, type Write } from "../../core/decide.ts";
import { refuse } from "../../core/refuse.ts";
import { roleOf, type Staff, staff } from "../../core/roles.ts";
import { auth } from "../../core/users.ts";

/** So many other admins are looked at before one is said not to exist. */
const CANDIDATES = 20;

/**
 * For the commit in which `actor` changes what `uid` may do: a write that lets it through only if
 * `actor` is an admin in that very moment, not just when the call began, and stays one; or, if they
 * resign, somebody else is who can sign in. So a call that was under way brings back nobody who has
 * been dismissed, and however many take each other's role at once, the last of these commits finds
 * nobody to stand by it.
 *
 * Refuses what `roleOf` refuses, if the actor is no admin any more, and
 * `failed-precondition`/`last-admin`.
 */
export async function adminStays(uid: string, actor: DocumentSnapshot<Staff>): Promise<Write> {
  roleOf(actor.data(), ["admin"]);
  return touch(uid === actor.id ? await anotherAdmin(uid) : actor);
}

/** Active admins who can sign in. */
export async function activeAdmins(): Promise<DocumentSnapshot<Staff>[]> {
  const { docs } = await staff
    .where("role", "==", "admin")
    .where("disabled", "==", false)
    .limit(CANDIDATES)
    .get();
  if (docs.length === 0) return [];
  // A staff document may be all that is left of somebody.
  const { users } = await auth.getUsers(docs.map(({ id }) => ({ uid: id })));
  const able = users.filter(({ disabled, emailVerified }) => emailVerified && !disabled);
  return docs.filter(({ id }) => able.some(({ uid }) => uid === id));
}

async function anotherAdmin(uid: string): Promise<DocumentSnapshot<Staff>> {
  const other = (await activeAdmins()).find(({ id }) => id !== uid);
  if (other) return other;
  refuse("failed-precondition", "last-admin", "Somebody has to be admin: appoint another first.");
}

/** Changes nothing, on condition that nobody has. */
const touch = (member: DocumentSnapshot<Staff>): Write => update(member, { ...member.data() });
