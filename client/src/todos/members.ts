import {
  arrayRemove,
  deleteField,
  doc,
  FieldPath,
  type Firestore,
  serverTimestamp,
  updateDoc,
} from "firebase/firestore";
import type { ListRole } from "../todos.ts";

/** Says what another member may do on a list; with null, takes them off it, or oneself. */
export type SetMember = (
  listId: string,
  uid: string,
  role: Exclude<ListRole, "owner"> | null,
) => Promise<void>;

/**
 * For the owner, and for whoever leaves. They are refused on their next request. Rejects with the SDK's
 * `permission-denied` where the rules refuse: who is not the owner, somebody who is not on the list
 * (people come by `call.inviteToList`), and the owner (`call.transferList` comes first).
 */
export const settingMembers =
  (db: Firestore): SetMember =>
  async (listId, uid, role) => {
    const now = serverTimestamp();
    const theirs = new FieldPath("roles", uid);
    const list = doc(db, "lists", listId);
    if (role !== null) return updateDoc(list, theirs, role, "updatedAt", now);
    await updateDoc(list, theirs, deleteField(), "memberIds", arrayRemove(uid), "updatedAt", now);
  };
