import assert from "node:assert/strict";
import { FieldValue, serverTimestamp, Timestamp } from "firebase/firestore";
import {
  dayIn,
  newComment,
  newList,
  newTask,
  type TaskDraft,
} from "../../client/src/todos/newDocuments.ts";
import { dayIn as dayThere } from "../../functions/src/core/zones.ts";
import { positionNow } from "../../functions/src/todos/positions.ts";
import { Comment, List, Task } from "../../functions/src/todos/schema.ts";
import { onServerIn, zones } from "../support/zones.ts";
import { at, due } from "./support/pureTasks.ts";

/** As a document reads once it is written: with the server's time where it asks for that. */
function asWritten(document: object): Record<string, unknown> {
  const now = Timestamp.now();
  return Object.fromEntries(
    Object.entries(document).map(([field, value]) => {
      if (!(value instanceof FieldValue)) return [field, value];
      assert.ok(value.isEqual(serverTimestamp()), `${field} is not the server's time`);
      return [field, now];
    }),
  );
}

const taken = (document: object) => Task.parse(asWritten(document));

describe("todos: new documents of the client", () => {
  it("are what the schemas take, with the server's times", () => {
    const list = List.parse(asWritten(newList("ann", "Groceries")));
    assert.deepEqual(
      [list.title, list.ownerId, list.roles],
      ["Groceries", "ann", { ann: "owner" }],
    );
    const comment = Comment.parse(asWritten(newComment("ann", "The oat one.")));
    assert.deepEqual([comment.text, comment.authorId], ["The oat one.", "ann"]);
    const task = taken(newTask("ann", { title: "Milk" }));
    assert.deepEqual([task.title, task.createdBy, task.completedAt], ["Milk", "ann", null]);
    for (const document of [
      newList("ann", "x"),
      newComment("ann", "x"),
      newTask("ann", { title: "x" }),
    ]) {
      assert.ok(
        document.createdAt instanceof FieldValue && document.updatedAt instanceof FieldValue,
      );
    }
  });

  it("say of a task what its draft says, and nothing else", () => {
    const draft: TaskDraft = {
      title: "Rent",
      notes: "To the landlord",
      due: due("2026-12-31", "09:30", "Europe/Berlin"),
      priority: 3,
      labels: ["home"],
      assigneeId: "ben",
      checklist: ["look"],
      position: "V",
      repeat: { every: 1, unit: "month", weekdays: [], day: 31, from: "due", until: null },
      reminder: { at: Timestamp.fromDate(new Date("2026-12-30")), uid: "ann", state: "waiting" },
    };
    const bare = taken(newTask("ann", { title: "Rent" }));
    const task = taken(newTask("ann", draft));
    const { createdAt, updatedAt } = task;
    assert.deepEqual(task, { ...bare, ...draft, createdAt, updatedAt });
  });

  it("take what is undefined in a draft for nothing said", () => {
    const notes = undefined as unknown as string;
    const task = taken(newTask("ann", { title: "Milk", notes, due: undefined }));
    assert.deepEqual([task.notes, task.due], ["", null]);
  });

  it("are tasks at the end of the list, and two that are made at once are at two places", () => {
    const before = positionNow(Date.now() - 1);
    const { position } = taken(newTask("ann", { title: "Milk" }));
    assert.ok(before < position && position < positionNow(Date.now() + 1), position);
    assert.notEqual(
      taken(newTask("ann", { title: "at once" })).position,
      taken(newTask("ann", { title: "at once" })).position,
    );
  });
});

describe("todos: the day that it is for the client", () => {
  it("is that of a zone, as the back end has it", () => {
    for (const moment of ["2026-01-01T00:00:00Z", "2026-03-29T01:30:00Z", "2028-02-29T23:59:59Z"]) {
      for (const zone of zones) {
        const day = dayIn(zone, new Date(moment));
        assert.match(day, /^\d{4}-\d{2}-\d{2}$/);
        assert.equal(day, dayThere(zone, at(moment).toDate()));
      }
    }
  });

  it("is that of where one is, if no zone is said", async () => {
    const moment = new Date("2026-11-22T23:30:00Z");
    const here = (zone: string) => onServerIn(zone, () => dayIn(undefined, moment));
    assert.equal(await here("Europe/Berlin"), "2026-11-23");
    assert.equal(await here("America/New_York"), "2026-11-22");
  });

  it("is today's, if no moment is said", () => {
    const [before, today, after] = [new Date(), dayIn("UTC"), new Date()];
    assert.ok([before, after].some((moment) => moment.toISOString().startsWith(today)));
  });
});
