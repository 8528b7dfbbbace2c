import assert from "node:assert/strict";
import { now, stamp } from "../../../functions/src/core/clock.ts";
import { Mail } from "../../../functions/src/core/mail/schema.ts";
import { sweepDigests } from "../../../functions/src/todos/digest/sweepDigests.ts";
import type { Task } from "../../../functions/src/todos/schema.ts";
import { setDigest } from "../../../functions/src/todos/setDigest.ts";
import { call } from "../../support/call.ts";
import { type Known, somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { dueOn, timeTo } from "../support/jobs.ts";
import { listOf, mailsTo, putTask } from "../support/lists.ts";

describe("todos: in the daily mail", () => {
  const { pass } = useStillClock();
  let person: Known;
  let other: Known;
  before(async () => {
    [person, other] = await Promise.all([somebody(), somebody()]);
  });

  /** What `person` is told at 23:00 in New York on 1 July: the text, and the names of the tasks. */
  async function told(): Promise<{ text: string; subject: string; tasks: string[] }> {
    pass(timeTo(new Date("2026-07-01T12:00:00Z")));
    await call(setDigest, person, { digest: { hour: 23, zone: "America/New_York" } });
    pass(timeTo(new Date("2026-07-02T03:00:00Z")));
    await sweepDigests(now(), 100);
    const [mail] = await mailsTo(person.token.email);
    const { subject = "", text = "" } = mail ? Mail.parse(mail).message : {};
    return {
      text,
      subject,
      tasks: [...text.matchAll(/^(.+) \(.+\)/gm)].map(([, name = ""]) => name),
    };
  }

  const put = (listId: string, title: string, date: string | null, fields: Partial<Task> = {}) =>
    putTask(listId, { title, due: date === null ? null : dueOn(date), ...fields });

  it("is what is due on that day of its reader, and what is overdue; not what comes later, or never", async () => {
    const listId = await listOf(person);
    await put(listId, "Today", "2026-07-01");
    await put(listId, "Yesterday", "2026-06-30");
    await put(listId, "Long ago", "2025-12-31");
    // It is that day already in Berlin, where it is due.
    await put(listId, "Tomorrow", "2026-07-02");
    await put(listId, "Some day", null);
    const { tasks, subject, text } = await told();
    assert.deepEqual(tasks, ["Long ago", "Yesterday", "Today"]);
    assert.match(subject, /^3 tasks/);
    const [overdue = "", today = ""] = text.split(/^Today$/m);
    assert.ok(overdue.includes("Overdue") && overdue.includes("Yesterday (Groceries)"));
    assert.ok(today.includes("Today (Groceries)") && !today.includes("Yesterday"));
  });

  it("is what is to be done: not what is done, in the bin or moved away", async () => {
    const listId = await listOf(person);
    await put(listId, "To do", "2026-07-01");
    await put(listId, "Done", "2026-07-01", { completedAt: stamp() });
    await put(listId, "In the bin", "2026-07-01", { deletedAt: stamp() });
    await put(listId, "Moved", "2026-07-01", { deletedAt: stamp(), movedTo: "elsewhere" });
    assert.deepEqual((await told()).tasks, ["To do"]);
  });

  it("is that of all lists that they are on, with their names, and of no other", async () => {
    await put(await listOf(person, { title: "Own" }), "One", "2026-07-01");
    await put(await listOf(other, { title: "Shared", writers: [person] }), "Two", "2026-07-01");
    await put(await listOf(other, { title: "Read", readers: [person] }), "Three", "2026-07-01");
    await put(await listOf(other, { title: "Private" }), "Four", "2026-07-01");
    const { text, tasks } = await told();
    assert.deepEqual(tasks.toSorted(), ["One", "Three", "Two"]);
    for (const line of ["One (Own)", "Two (Shared)", "Three (Read)"])
      assert.ok(text.includes(line));
    assert.ok(!text.includes("Private"));
  });

  it("is what is theirs or nobody's to do, not another's", async () => {
    const listId = await listOf(other, { writers: [person] });
    await put(listId, "Mine", "2026-07-01", { assigneeId: person.uid });
    await put(listId, "Nobody's", "2026-07-01");
    await put(listId, "Another's", "2026-07-01", { assigneeId: other.uid });
    assert.deepEqual((await told()).tasks.toSorted(), ["Mine", "Nobody's"]);
  });

  it("is nothing of lists that are archived or in the bin", async () => {
    await put(await listOf(person), "In use", "2026-07-01");
    await put(await listOf(person, { archived: true }), "Archived", "2026-07-01");
    await put(await listOf(person, { deletedAt: stamp() }), "Deleted", "2026-07-01");
    assert.deepEqual((await told()).tasks, ["In use"]);
  });

  it("is one task, said so, and its time", async () => {
    const listId = await listOf(person);
    await putTask(listId, { title: "Call", due: dueOn("2026-07-01", "09:30") });
    const { subject, text } = await told();
    assert.match(subject, /^One task/);
    assert.ok(text.includes("Wed, 1 Jul 2026, 09:30"));
  });

  it("are fifty of one kind by name, and the number of the rest", async () => {
    const listId = await listOf(person);
    await Promise.all(Array.from({ length: 53 }, (_, n) => put(listId, `Task ${n}`, "2026-07-01")));
    const { subject, text, tasks } = await told();
    assert.match(subject, /^53 tasks/);
    assert.equal(tasks.length, 50);
    assert.ok(text.includes("… and 3 more."));
  });
});
