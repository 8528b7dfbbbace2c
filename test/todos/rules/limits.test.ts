import assert from "node:assert/strict";
import { doc, setDoc, Timestamp } from "firebase/firestore/lite";
import { List, MAX_MEMBERS, Task } from "../../../functions/src/todos/schema.ts";
import { denied, granted, guarded } from "../../support/rules.ts";
import { past, standing } from "../../support/rulesShape.ts";
import { comment, list, task } from "../support/documents.ts";
import { change, owner, shared, writer } from "../support/rulesLists.ts";
import { type Move, move } from "../support/rulesMoves.ts";

const items = (word: string) =>
  Array.from({ length: 50 }, (_, n) => `${n}${word}`.padEnd(200, "x"));

/** A task of which no field could be longer, or ask more of the rules. */
const largest = () =>
  task(owner, {
    title: "😀".repeat(100),
    notes: "é".repeat(10_000),
    due: { date: "2096-02-29", time: "23:59", zone: `${"x".repeat(30)}/${"y".repeat(30)}/z` },
    priority: 3,
    labels: Array.from({ length: 10 }, (_, n) => `${n}`.padEnd(40, "l")),
    assigneeId: writer,
    checklist: items("😀"),
    checked: items("é"),
    position: "z".repeat(40),
    repeat: {
      every: 365,
      unit: "year",
      weekdays: [7, 6, 5, 4, 3, 2, 1],
      day: 31,
      from: "done",
      until: "2096-02-29",
    },
    reminder: { at: Timestamp.fromMillis(4_000_000_000_000), uid: owner, state: "waiting" },
  });

/** As many people as a list takes. */
const crowd = Object.fromEntries(
  Array.from({ length: MAX_MEMBERS - 2 }, (_, n) => [`person-${n}`.padEnd(28, "x"), "reader"]),
);
const crowded = { [owner]: "owner", ...crowd, [writer]: "writer" };
const people = { roles: crowded, memberIds: Object.keys(crowded) };

describe("todos rules: within the limits of rules", () => {
  const moving = Array.from({ length: 30 }, (_, n) => `moving-${n}`);
  const { as } = guarded("todos-limits", {
    "lists/a": shared(people),
    "lists/b": shared(people),
    "lists/a/tasks/largest": standing(largest()),
    ...Object.fromEntries(moving.map((id) => [`lists/a/tasks/${id}`, standing(task(owner))])),
  });
  const moves = (ids: string[]) =>
    ids.map((id): Move => ({ id, from: "a", to: "b", task: standing(task(owner)) }));

  it("the largest task is made, changed, moved and moved back", async () => {
    const now = (document: object) => ({ ...document, createdAt: past, updatedAt: past });
    assert.deepEqual(Task.parse(now(largest())), now(largest()));
    await granted(setDoc(doc(as(owner), "lists/a/tasks/made"), largest()));
    await granted(change(as(writer), "lists/a/tasks/largest", { title: "y".repeat(200) }));
    const arrived = { ...standing(largest()), title: "y".repeat(200) };
    const whole = { assigneeId: writer };
    const way = { id: "largest", task: arrived, arrival: whole };
    await granted(move(as(writer), { ...way, from: "a", to: "b" }));
    await granted(move(as(owner), { ...way, from: "b", to: "a" }));
    await granted(setDoc(doc(as(writer), "lists/a/tasks/largest/comments/x"), comment(writer)));
  });

  it("the largest list is changed by its owner, and left", async () => {
    assert.ok(
      List.safeParse({ ...list(owner, {}, people), createdAt: past, updatedAt: past }).success,
    );
    await granted(change(as(owner), "lists/b", { title: "😀".repeat(60) }));
    const { [writer]: _, ...others } = crowded;
    const left = { roles: others, memberIds: Object.keys(others) };
    await denied(change(as(owner), "lists/b", { ...left, memberIds: Object.keys(crowded) }));
    await granted(change(as(writer), "lists/b", left));
    await granted(change(as(owner), "lists/a", { archived: false }));
  });

  /**
   * Rules look at 20 documents for one commit. Of moves from one list to another they look at the
   * account and the two lists, and for each task at what it was, and at what becomes of both halves:
   * five moves, if what is looked at before and after counts twice. The emulator, which counts
   * it once and what is after not at all, takes 17.
   */
  it("five tasks are moved in one commit; where there are too many for 20 look-ups, none", async () => {
    await granted(move(as(owner), ...moves(moving.slice(0, 5))));
    const tooMany = moving.slice(5, 5 + 18);
    const gaveUp = await move(as(owner), ...moves(tooMany)).then(
      () => "let through",
      (error: Error) => error.message,
    );
    assert.match(gaveUp, /Service call error|maximum of/);
    await granted(move(as(owner), ...moves(tooMany.slice(0, 17))));
  });
});
