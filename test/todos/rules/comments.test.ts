import {
  collectionGroup,
  deleteDoc,
  doc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
  where,
} from "firebase/firestore/lite";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { past, standing } from "../../support/rulesShape.ts";
import { comment } from "../support/documents.ts";
import {
  change,
  daysAgo,
  kept,
  members,
  owner,
  reader,
  shared,
  standingLists,
  stranger,
  writer,
  writers,
} from "../support/rulesLists.ts";

describe("todos rules: comments", () => {
  const second = "inventory-manager" satisfies Person;
  const roles = { [owner]: "owner", [writer]: "writer", [second]: "writer", [reader]: "reader" };
  const said = (author: string) => standing(comment(author));
  const { as, only, readBy } = guarded("todos-comments", {
    ...standingLists(),
    "lists/home": shared({ roles, memberIds: Object.keys(roles) }),
    "lists/home/tasks/milk/comments/first": said(writer),
    "lists/home/tasks/milk/comments/mine": said(writer),
    "lists/home/tasks/milk/comments/others": said(writer),
    "lists/home/tasks/milk/comments/owners": said(owner),
    "lists/home/tasks/milk/comments/readers": said(reader),
    "lists/home/tasks/bin": kept({ deletedAt: daysAgo(1) }),
    "lists/home/tasks/moved": kept({ deletedAt: daysAgo(1), movedTo: "b" }),
    "lists/home/tasks/moved/comments/left": said(writer),
    "lists/aside/tasks/milk/comments/kept": said(writer),
  });
  const at = (id: string, of = "milk") => `lists/home/tasks/${of}/comments/${id}`;
  const say = (person: Person, path: string, author: string = person, fields = {}) =>
    setDoc(doc(as(person), path), comment(author, fields));

  it("are read by members, 50 to the page", async () => {
    await readBy([...members, second], at("first"));
    await readBy(members, "lists/aside/tasks/milk/comments/kept");
  });

  it("are made by owner and writers, each in their own name", async () => {
    await only([...writers, second], (_, person) => say(person, at(`of-${person}`)));
    await denied(say(writer, at("new"), owner));
    await denied(say(owner, at("new"), writer));
    for (const createdAt of [past, Timestamp.now()]) {
      await denied(say(writer, at("new"), writer, { createdAt }));
    }
    await granted(say(writer, at("new")));
  });

  it("are said of a task that is there, in the bin too, and has not been moved", async () => {
    for (const path of [
      at("new", "none"),
      at("new", "moved"),
      "lists/none/tasks/milk/comments/new",
      "lists/home/tasks/milk/comments/first/comments/new",
    ]) {
      for (const person of [owner, writer, stranger] as const) {
        await denied(say(person, path), person, /maximum of/);
      }
    }
    await granted(say(writer, at("new", "bin")));
  });

  it("are changed by their authors alone", async () => {
    const fields = { text: "The soy one." };
    await only([writer], (db) => change(db, at("first"), fields));
    await only([owner], (db) => change(db, at("owners"), fields));
    await only([], (db) => change(db, at("readers"), fields));
    await denied(change(as(writer), at("first"), { authorId: owner }));
    await denied(change(as(owner), at("first"), { authorId: owner, text: "Mine." }));
    for (const createdAt of [serverTimestamp(), Timestamp.now()]) {
      await denied(change(as(writer), at("first"), { createdAt }));
    }
    await denied(setDoc(doc(as(second), at("first")), comment(second)));
  });

  it("are deleted by their authors and by the owner of the list", async () => {
    for (const person of [second, reader, stranger, "nobody"] as const) {
      await denied(deleteDoc(doc(as(person), at("mine"))), person);
    }
    await granted(deleteDoc(doc(as(writer), at("mine"))));
    await denied(deleteDoc(doc(as(second), at("owners"))));
    await denied(deleteDoc(doc(as(reader), at("readers"))));
    for (const id of ["others", "readers", "owners"]) {
      await granted(deleteDoc(doc(as(owner), at(id))), id);
    }
    await granted(deleteDoc(doc(as(writer), at("left", "moved"))));
  });

  it("of a list that is put aside are not written", async () => {
    const path = "lists/aside/tasks/milk/comments";
    await only([], (_, person) => say(person, `${path}/new`));
    await only([], (db) => change(db, `${path}/kept`, { text: "Mine." }));
    await only([], (db) => deleteDoc(doc(db, `${path}/kept`)));
  });

  it("as tasks and invitations are not looked for through all lists, by anybody", async () => {
    for (const name of ["comments", "tasks", "invites", "assignments"]) {
      await only([], (db) => getDocs(query(collectionGroup(db, name), limit(1))));
    }
    const own = (person: Person, name: string, field: string) => {
      const all = collectionGroup(as(person), name);
      return getDocs(query(all, where(field, "==", person), limit(1)));
    };
    await denied(own(writer, "comments", "authorId"));
    await denied(own(owner, "tasks", "createdBy"));
    await denied(own(owner, "tasks", "assigneeId"));
    await denied(own(owner, "invites", "invitedBy"));
  });
});
