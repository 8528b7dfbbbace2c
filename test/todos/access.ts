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
import { past, standing } from "../support/rulesShape.ts";
import { comment, invite, list, task } from "./support/documents.ts";

/** What somebody is to a list. */
export const roles = ["owner", "writer", "reader", "anybody else"] as const;
export type Role = (typeof roles)[number];

/** Where an operation is tried: a list of its own for each, and who tries. */
export interface Place {
  listId: string;
  uid: string;
  /** A list in which whoever tries is a writer. */
  ownListId: string;
}

/** One thing that somebody may do with a list, or not. */
export interface Operation {
  on: "list" | "task" | "comment" | "invitation";
  does: string;
  who: readonly Role[];
  /** What stands there before, below the list; the list as it is, by `fields`. */
  below?: (place: Place) => Record<string, DocumentData>;
  fields?: DocumentData;
  attempt: (db: Firestore, place: Place) => Promise<unknown>;
}

const members = ["owner", "writer", "reader"] as const;
const writers = ["owner", "writer"] as const;
const owner = ["owner"] as const;
const nobody = [] as const;

const updatedAt = serverTimestamp();
const soon = new Date(Date.now() + 3_600_000);
const now = serverTimestamp();

const at = (db: Firestore, { listId }: Place, ...below: string[]) =>
  doc(db, "lists", listId, ...below);
const change =
  (fields: DocumentData, ...below: string[]) =>
  (db: Firestore, place: Place) =>
    updateDoc(at(db, place, ...below), { ...fields, updatedAt });
const changeTask = (fields: DocumentData) => change(fields, "tasks", "t");

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

/**
 * Who may do what with a list and what is in it, under the rules. Tests go through all of it, for a
 * list that is one's own and for another's; docs/access.md shows it.
 */
export const operations: readonly Operation[] = [
  { on: "list", does: "see it", who: members, attempt: (db, place) => getDoc(at(db, place)) },
  { on: "list", does: "rename it", who: owner, attempt: change({ title: "Shopping" }) },
  { on: "list", does: "put it aside", who: owner, attempt: change({ archived: true }) },
  {
    on: "list",
    does: "take it back into use",
    who: owner,
    fields: { archived: true },
    attempt: change({ archived: false }),
  },
  { on: "list", does: "put it into the bin", who: owner, attempt: change({ deletedAt: now }) },
  {
    on: "list",
    does: "take it out of the bin",
    who: owner,
    fields: { deletedAt: new Date(Date.now() - 3_600_000) },
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
    fields: { deletedAt: past },
    attempt: (db, place) => deleteDoc(at(db, place)),
  },

  {
    on: "task",
    does: "see one",
    who: members,
    below: withTask(),
    attempt: (db, place) => getDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "see all, 500 to the page",
    who: members,
    below: withTask(),
    attempt: (db, { listId }) =>
      getDocs(query(collection(db, "lists", listId, "tasks"), limit(500))),
  },
  {
    on: "task",
    does: "see all that are in the bin, and those of a list in the bin",
    who: members,
    below: withTask({ deletedAt: past }),
    fields: { deletedAt: past },
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
    below: withTask(),
    attempt: changeTask({ title: "Oat milk", labels: ["shop"], checklist: ["Two"] }),
  },
  {
    on: "task",
    does: "complete it",
    who: writers,
    below: withTask(),
    attempt: changeTask({ completedAt: now }),
  },
  {
    on: "task",
    does: "reopen it",
    who: writers,
    below: withTask({ completedAt: past }),
    attempt: changeTask({ completedAt: null }),
  },
  {
    on: "task",
    does: "say it was completed at another time than now",
    who: nobody,
    below: withTask(),
    attempt: changeTask({ completedAt: past }),
  },
  {
    on: "task",
    does: "move it to another place in the list",
    who: writers,
    below: withTask(),
    attempt: changeTask({ position: "Va" }),
  },
  {
    on: "task",
    does: "give it to an owner or writer to do",
    who: writers,
    below: withTask(),
    attempt: changeTask({ assigneeId: "a-writer" }),
  },
  {
    on: "task",
    does: "give it to a reader, or to who is not on the list",
    who: nobody,
    below: withTask(),
    attempt: changeTask({ assigneeId: "a-member" }),
  },
  {
    on: "task",
    does: "be reminded of it",
    who: writers,
    below: withTask(),
    attempt: (db, place) =>
      changeTask({ reminder: { at: soon, uid: place.uid, state: "waiting" } })(db, place),
  },
  {
    on: "task",
    does: "have another reminded of it",
    who: nobody,
    below: withTask(),
    attempt: changeTask({ reminder: { at: soon, uid: "a-member", state: "waiting" } }),
  },
  {
    on: "task",
    does: "put it into the bin",
    who: writers,
    below: withTask(),
    attempt: changeTask({ deletedAt: now }),
  },
  {
    on: "task",
    does: "take it out of the bin",
    who: writers,
    below: withTask({ deletedAt: new Date(Date.now() - 3_600_000) }),
    attempt: changeTask({ deletedAt: null }),
  },
  {
    on: "task",
    does: "delete for good what is in the bin",
    who: writers,
    below: withTask({ deletedAt: past }),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "delete for good what is not in the bin",
    who: nobody,
    below: withTask(),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t")),
  },
  {
    on: "task",
    does: "move it to a list in which one may write",
    who: writers,
    below: withTask(),
    attempt: (db, { listId, ownListId }) => moveTask(db, listId, ownListId),
  },
  {
    on: "task",
    does: "change it in a list that is put aside",
    who: nobody,
    below: withTask(),
    fields: { archived: true },
    attempt: changeTask({ title: "Oat milk" }),
  },
  {
    on: "task",
    does: "change it in a list that is in the bin",
    who: nobody,
    below: withTask(),
    fields: { deletedAt: past },
    attempt: changeTask({ title: "Oat milk" }),
  },

  {
    on: "comment",
    does: "see them, 50 to the page",
    who: members,
    below: withComment(theirs),
    attempt: (db, { listId }) =>
      getDocs(query(collection(db, "lists", listId, "tasks/t/comments"), limit(50))),
  },
  {
    on: "comment",
    does: "say something",
    who: writers,
    below: withTask(),
    attempt: (db, place) =>
      setDoc(at(db, place, "tasks", "t", "comments", "new"), comment(place.uid)),
  },
  {
    on: "comment",
    does: "say something in another's name",
    who: nobody,
    below: withTask(),
    attempt: (db, place) =>
      setDoc(at(db, place, "tasks", "t", "comments", "new"), comment("somebody")),
  },
  {
    on: "comment",
    does: "change what oneself has said",
    who: writers,
    below: withComment(mine),
    attempt: change({ text: "No, the other." }, "tasks", "t", "comments", "c"),
  },
  {
    on: "comment",
    does: "change what another has said",
    who: nobody,
    below: withComment(theirs),
    attempt: change({ text: "No, the other." }, "tasks", "t", "comments", "c"),
  },
  {
    on: "comment",
    does: "take back what oneself has said",
    who: writers,
    below: withComment(mine),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t", "comments", "c")),
  },
  {
    on: "comment",
    does: "delete what another has said",
    who: owner,
    below: withComment(theirs),
    attempt: (db, place) => deleteDoc(at(db, place, "tasks", "t", "comments", "c")),
  },

  {
    on: "invitation",
    does: "see who is invited",
    who: owner,
    below: () => ({ "invites/i": invite() }),
    attempt: (db, { listId }) =>
      getDocs(query(collection(db, "lists", listId, "invites"), limit(50))),
  },
  {
    on: "invitation",
    does: "take one back",
    who: owner,
    below: () => ({ "invites/i": invite() }),
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

/** A list on which `people` are what they are to it, besides a writer and a reader. */
export function sharedBy(
  people: Readonly<Record<string, Role>>,
  fields: DocumentData = {},
): DocumentData {
  const [ownerId = "an-owner"] = Object.keys(people).filter((uid) => people[uid] === "owner");
  const others = Object.entries(people).filter(
    ([, role]) => role === "writer" || role === "reader",
  ) as [string, "writer" | "reader"][];
  return standing(
    list(
      ownerId,
      { ...Object.fromEntries(others), "a-writer": "writer", "a-member": "reader" },
      fields,
    ),
  );
}

/** The table that docs/access.md shows. */
export const accessTable = (): string =>
  [
    `| ${["", ...roles].join(" | ")} |`,
    `|${"---|".repeat(roles.length + 1)}`,
    ...operations.map(
      ({ on, does, who }) =>
        `| ${on}: ${does} | ${roles.map((role) => (who.includes(role) ? "yes" : "–")).join(" | ")} |`,
    ),
  ].join("\n");
