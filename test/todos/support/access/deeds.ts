import {
  arrayRemove,
  arrayUnion,
  collection,
  type DocumentData,
  deleteDoc,
  deleteField,
  doc,
  FieldPath,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from "firebase/firestore/lite";
import type { Deed, Documents, Place } from "../../../support/access/table.ts";
import { past, standing } from "../../../support/standing.ts";
import { comment, invite, task } from "../documents.ts";
import { listOf, ownListAt, type Role } from "./cast.ts";

const members = ["owner", "writer", "reader"] as const;
const writers = ["owner", "writer"] as const;
const owner = ["owner"] as const;
const nobody = [] as const;

const updatedAt = serverTimestamp();
const soon = new Date(Date.now() + 3_600_000);
const now = serverTimestamp();

const at = (db: Firestore, { id }: Place, ...below: string[]) => doc(db, "lists", id, ...below);
const change =
  (fields: DocumentData, ...below: string[]) =>
  (db: Firestore, place: Place) =>
    updateDoc(at(db, place, ...below), { ...fields, updatedAt });
const changeTask = (fields: DocumentData) => change(fields, "tasks", "t");

/** Documents below a list, which may be otherwise than lists are. */
const below =
  (documents: (place: Place<Role>) => Documents, fields?: DocumentData) =>
  (place: Place<Role>) => ({
    ...(fields && { [`lists/${place.id}`]: listOf(place, fields) }),
    ...Object.fromEntries(
      Object.entries(documents(place)).map(([path, document]) => [
        `lists/${place.id}/${path}`,
        document,
      ]),
    ),
  });
const nothing = (): Documents => ({});

/** Tasks below a list; one that stands there is somebody else's, who has left. */
const withTask =
  (fields: DocumentData = {}) =>
  () => ({
    "tasks/t": standing(task("somebody", fields)),
  });
const withComment = (authorId: (uid: string) => string) => (place: Place) => ({
  ...withTask()(),
  "tasks/t/comments/c": standing(comment(authorId(place.uid))),
});
const mine = (uid: string) => uid;
const theirs = () => "somebody";

/** What somebody may do with a list and what is in it. */
export const deeds: readonly Deed<Role>[] = [
  { on: "list", does: "see it", who: members, attempt: (db, place) => getDoc(at(db, place)) },
  { on: "list", does: "rename it", who: owner, attempt: change({ title: "Shopping" }) },
  { on: "list", does: "put it aside", who: owner, attempt: change({ archived: true }) },
  {
    on: "list",
    does: "take it back into use",
    who: owner,
    before: below(nothing, { archived: true }),
    attempt: change({ archived: false }),
  },
  { on: "list", does: "put it into the bin", who: owner, attempt: change({ deletedAt: now }) },
  {
    on: "list",
    does: "take it out of the bin",
    who: owner,
    before: below(nothing, { deletedAt: new Date(Date.now() - 3_600_000) }),
    attempt: change({ deletedAt: null }),
  },
  {
    on: "list",
    does: "change what a member may do",
    who: owner,
    attempt: (db, place) =>
      updateDoc(
        at(db, place),
        new FieldPath("roles", "a-member"),
        "writer",
        "updatedAt",
        updatedAt,
      ),
  },
  {
    on: "list",
    does: "take a member off it",
    who: owner,
    attempt: (db, place) => leave(db, place, "a-member"),
  },
  {
    on: "list",
    does: "leave it",
    who: ["writer", "reader"],
    attempt: (db, place) => leave(db, place, place.uid),
  },
  {
    on: "list",
    does: "put somebody on it by a write (they come by `todos-acceptInvite`)",
    who: nobody,
    attempt: (db, place) => put(db, place, "a-friend", "reader"),
  },
  {
    on: "list",
    does: "put oneself on it, or higher, by a write",
    who: nobody,
    attempt: (db, place) => put(db, place, place.uid, "writer"),
  },
  {
    on: "list",
    does: "make another its owner by a write (`todos-transferList` does)",
    who: nobody,
    attempt: (db, place) =>
      updateDoc(
        at(db, place),
        new FieldPath("roles", "a-member"),
        "owner",
        new FieldPath("roles", place.uid),
        "writer",
        "ownerId",
        "a-member",
        "updatedAt",
        updatedAt,
      ),
  },
  {
    on: "list",
    does: "delete it for good (`todos-purge` does, after 30 days in the bin)",
    who: nobody,
    before: below(nothing, { deletedAt: past }),
    attempt: (db, place) => deleteDoc(at(db, place)),
  },

  {
    on: "task",
    does: "see one",
    who: members,
    before: below(withTask()),
    attempt: (db, place) => getDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "see all, 500 to the page",
    who: members,
    before: below(withTask()),
    attempt: (db, { id }) => getDocs(query(collection(db, "lists", id, "tasks"), limit(500))),
  },
  {
    on: "task",
    does: "see all that are in the bin, and those of a list in the bin",
    who: members,
    before: below(withTask({ deletedAt: past }), { deletedAt: past }),
    attempt: (db, place) => getDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "add one",
    who: writers,
    attempt: (db, place) => setDoc(at(db, place, "tasks", "t"), task(place.uid)),
  },
  {
    on: "task",
    does: "add one in another's name",
    who: nobody,
    attempt: (db, place) => setDoc(at(db, place, "tasks", "t"), task("somebody")),
  },
  {
    on: "task",
    does: "change its title, notes, labels, due date, checklist …",
    who: writers,
    before: below(withTask()),
    attempt: changeTask({ title: "Oat milk", labels: ["shop"], checklist: ["Two"] }),
  },
  {
    on: "task",
    does: "complete it",
    who: writers,
    before: below(withTask()),
    attempt: changeTask({ completedAt: now }),
  },
  {
    on: "task",
    does: "reopen it",
    who: writers,
    before: below(withTask({ completedAt: past })),
    attempt: changeTask({ completedAt: null }),
  },
  {
    on: "task",
    does: "say it was completed at another time than now",
    who: nobody,
    before: below(withTask()),
    attempt: changeTask({ completedAt: past }),
  },
  {
    on: "task",
    does: "move it to another place in the list",
    who: writers,
    before: below(withTask()),
    attempt: changeTask({ position: "Va" }),
  },
  {
    on: "task",
    does: "give it to an owner or writer to do",
    who: writers,
    before: below(withTask()),
    attempt: changeTask({ assigneeId: "a-writer" }),
  },
  {
    on: "task",
    does: "give it to a reader, or to who is not on the list",
    who: nobody,
    before: below(withTask()),
    attempt: changeTask({ assigneeId: "a-member" }),
  },
  {
    on: "task",
    does: "be reminded of it",
    who: writers,
    before: below(withTask()),
    attempt: (db, place) =>
      changeTask({ reminder: { at: soon, uid: place.uid, state: "waiting" } })(db, place),
  },
  {
    on: "task",
    does: "have another reminded of it",
    who: nobody,
    before: below(withTask()),
    attempt: changeTask({ reminder: { at: soon, uid: "a-member", state: "waiting" } }),
  },
  {
    on: "task",
    does: "put it into the bin",
    who: writers,
    before: below(withTask()),
    attempt: changeTask({ deletedAt: now }),
  },
  {
    on: "task",
    does: "take it out of the bin",
    who: writers,
    before: below(withTask({ deletedAt: new Date(Date.now() - 3_600_000) })),
    attempt: changeTask({ deletedAt: null }),
  },
  {
    on: "task",
    does: "delete for good what is in the bin",
    who: writers,
    before: below(withTask({ deletedAt: past })),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "delete for good what is not in the bin",
    who: nobody,
    before: below(withTask()),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "move it to a list in which one may write",
    who: writers,
    before: below(withTask()),
    attempt: (db, place) => moveTask(db, place.id, ownListAt(place)),
  },
  {
    on: "task",
    does: "change it in a list that is put aside",
    who: nobody,
    before: below(withTask(), { archived: true }),
    attempt: changeTask({ title: "Oat milk" }),
  },
  {
    on: "task",
    does: "change it in a list that is in the bin",
    who: nobody,
    before: below(withTask(), { deletedAt: past }),
    attempt: changeTask({ title: "Oat milk" }),
  },

  {
    on: "comment",
    does: "see them, 50 to the page",
    who: members,
    before: below(withComment(theirs)),
    attempt: (db, { id }) =>
      getDocs(query(collection(db, "lists", id, "tasks/t/comments"), limit(50))),
  },
  {
    on: "comment",
    does: "say something",
    who: writers,
    before: below(withTask()),
    attempt: (db, place) =>
      setDoc(at(db, place, "tasks", "t", "comments", "new"), comment(place.uid)),
  },
  {
    on: "comment",
    does: "say something in another's name",
    who: nobody,
    before: below(withTask()),
    attempt: (db, place) =>
      setDoc(at(db, place, "tasks", "t", "comments", "new"), comment("somebody")),
  },
  {
    on: "comment",
    does: "change what oneself has said",
    who: writers,
    before: below(withComment(mine)),
    attempt: change({ text: "No, the other." }, "tasks", "t", "comments", "c"),
  },
  {
    on: "comment",
    does: "change what another has said",
    who: nobody,
    before: below(withComment(theirs)),
    attempt: change({ text: "No, the other." }, "tasks", "t", "comments", "c"),
  },
  {
    on: "comment",
    does: "take back what oneself has said",
    who: writers,
    before: below(withComment(mine)),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t", "comments", "c")),
  },
  {
    on: "comment",
    does: "delete what another has said",
    who: owner,
    before: below(withComment(theirs)),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t", "comments", "c")),
  },

  {
    on: "invitation",
    does: "see who is invited",
    who: owner,
    before: below(() => ({ "invites/i": invite() })),
    attempt: (db, { id }) => getDocs(query(collection(db, "lists", id, "invites"), limit(50))),
  },
  {
    on: "invitation",
    does: "take one back",
    who: owner,
    before: below(() => ({ "invites/i": invite() })),
    attempt: (db, place) => deleteDoc(at(db, place, "invites", "i")),
  },
  {
    on: "invitation",
    does: "write one (`todos-inviteToList` does)",
    who: nobody,
    attempt: (db, place) => setDoc(at(db, place, "invites", "i"), invite()),
  },
];

const leave = (db: Firestore, place: Place, uid: string) =>
  updateDoc(
    at(db, place),
    new FieldPath("roles", uid),
    deleteField(),
    "memberIds",
    arrayRemove(uid),
    "updatedAt",
    updatedAt,
  );

const put = (db: Firestore, place: Place, uid: string, role: "writer" | "reader") =>
  updateDoc(
    at(db, place),
    new FieldPath("roles", uid),
    role,
    "memberIds",
    arrayUnion(uid),
    "updatedAt",
    updatedAt,
  );

async function moveTask(db: Firestore, from: string, to: string) {
  const batch = writeBatch(db);
  const origin = standing(task("somebody"));
  batch.set(doc(db, "lists", to, "tasks", "t"), { ...origin, movedFrom: from, updatedAt });
  batch.update(doc(db, "lists", from, "tasks", "t"), { movedTo: to, deletedAt: now, updatedAt });
  await batch.commit();
}
