import {
  arrayRemove,
  deleteField,
  doc,
  FieldPath,
  type Firestore,
  serverTimestamp,
  updateDoc,
} from "firebase/firestore";

/** Says what another member may do there; with null, takes them out of it, or oneself. */
export type SetMember<Role extends string> = (
  id: string,
  uid: string,
  role: Role | null,
) => Promise<void>;

/**
 * For owners, and for whoever leaves a list (`lists`) or a site's team (`siteTeams`). They are refused on
 * their next request. Rejects with the SDK's `permission-denied` where the rules refuse: who is no owner,
 * somebody who is not a member (people come by an invitation), and the last owner.
 */
export const settingMembers =
  <Role extends string>(db: Firestore, collection: "lists" | "siteTeams"): SetMember<Role> =>
  async (id, uid, role) => {
    const now = serverTimestamp();
    const theirs = new FieldPath("roles", uid);
    const shared = doc(db, collection, id);
    if (role !== null) return updateDoc(shared, theirs, role, "updatedAt", now);
    await updateDoc(shared, theirs, deleteField(), "memberIds", arrayRemove(uid), "updatedAt", now);
  };
