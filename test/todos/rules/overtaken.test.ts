import {
  deleteField,
  doc,
  FieldPath,
  serverTimestamp,
  setDoc,
  updateDoc,
} from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import { standing } from "../../support/rulesShape.ts";
import { due, list, repeat, task } from "../support/documents.ts";
import { change, daysAgo, owner, reader, shared, writer } from "../support/rulesLists.ts";

/** What comes late, out of turn or in another's place. */
describe("todos rules: what was overtaken", () => {
  const done = { completedAt: daysAgo(1), due };
  const { as } = guarded("todos-overtaken", {
    "lists/a": shared(),
    "lists/a/tasks/done": standing(task(owner, done)),
    "lists/a/tasks/done-and-repeats": standing(task(owner, { ...done, repeat })),
    "lists/a/tasks/open": standing(task(owner, { due })),
  });

  it("gives a task that is done no series (again): the next of it has been made", async () => {
    const db = as(writer);
    await denied(change(db, "lists/a/tasks/done", { repeat }));
    await denied(change(db, "lists/a/tasks/done-and-repeats", { repeat: { ...repeat, every: 3 } }));
    await granted(change(db, "lists/a/tasks/done-and-repeats", { title: "Bread" }));
    await granted(change(db, "lists/a/tasks/done-and-repeats", { repeat: null }));
    await granted(change(db, "lists/a/tasks/open", { repeat }));
    await granted(change(db, "lists/a/tasks/open", { completedAt: serverTimestamp() }));
    await granted(change(db, "lists/a/tasks/done", { repeat, completedAt: null }));
  });

  it("is a reminder of more than a week ago; one of yesterday was set while offline", async () => {
    const remind = (days: number) => ({
      reminder: { at: daysAgo(days), uid: writer, state: "waiting" },
    });
    await denied(change(as(writer), "lists/a/tasks/open", remind(8)));
    await granted(change(as(writer), "lists/a/tasks/open", remind(1)));
  });

  it("takes nobody the list that the back end makes them: its ids are its own", async () => {
    const own = list(owner);
    await denied(setDoc(doc(as(owner), `lists/${"0123456789abcdef".repeat(2)}01234567`), own));
    await granted(setDoc(doc(as(owner), `lists/${"0123456789abcdef".repeat(2)}0123456`), own));
  });

  it("lets who leaves not say who inherits: the others stay in their order", async () => {
    const leave = (memberIds: string[]) =>
      updateDoc(
        doc(as(reader), "lists/a"),
        new FieldPath("roles", reader),
        deleteField(),
        "memberIds",
        memberIds,
        "updatedAt",
        serverTimestamp(),
      );
    await denied(leave([writer, owner]));
    await granted(leave([owner, writer]));
  });
});
