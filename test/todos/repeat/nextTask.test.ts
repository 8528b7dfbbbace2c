import assert from "node:assert/strict";
import { useClock } from "../../../functions/src/core/clock.ts";
import { nextTask } from "../../../functions/src/todos/repeat/nextTask.ts";
import { type Due, type Reminder, type Repeat, Task } from "../../../functions/src/todos/schema.ts";
import { at, due, taskOf } from "../support/pureTasks.ts";

const monthly: Repeat = {
  every: 1,
  unit: "month",
  weekdays: [],
  day: null,
  from: "due",
  until: null,
};
const daily: Repeat = { ...monthly, unit: "day" };
const NOW = "2026-11-22T12:00:00Z";

/** What comes after a task that was done at noon of the day on which it was due. */
function afterwards(first: Due, repeat: Repeat, fields: Partial<Task> = {}): Task | undefined {
  const completedAt = at(`${first.date}T12:00:00Z`);
  return nextTask(taskOf({ due: first, repeat, completedAt, ...fields }));
}

describe("todos: the next task of a series", () => {
  let putBack = () => {};
  before(() => {
    putBack = useClock(() => new Date(NOW));
  });
  after(() => putBack());

  it("is the same, to be done again: nothing of its checklist is done, and it is new", () => {
    const done = taskOf({
      title: "Rent",
      notes: "To the landlord",
      completedAt: at("2026-11-01T08:00:00Z"),
      due: due("2026-11-01", "09:30", "Europe/Berlin"),
      priority: 3,
      labels: ["home"],
      assigneeId: "writer",
      checklist: ["look", "pay"],
      checked: ["look", "pay"],
      position: "abc",
      repeat: monthly,
      reminder: { at: at("2026-10-31T17:00:00Z"), uid: "writer", state: "sent" },
      movedFrom: "another-list",
    });
    const next = nextTask(done);
    assert.deepEqual(next, {
      ...done,
      completedAt: null,
      due: due("2026-12-01", "09:30", "Europe/Berlin"),
      checked: [],
      repeat: { ...monthly, day: 1 },
      reminder: { at: at("2026-11-30T17:00:00Z"), uid: "writer", state: "waiting" },
      movedFrom: null,
      createdAt: at(NOW),
      updatedAt: at(NOW),
    });
    assert.ok(Task.safeParse(next).success);
  });

  it("is none of what is not done, is due on no day or does not repeat", () => {
    const done = { due: due("2026-11-01"), repeat: daily, completedAt: at(NOW) };
    assert.ok(nextTask(taskOf(done)));
    assert.equal(nextTask(taskOf({ ...done, completedAt: null })), undefined);
    assert.equal(nextTask(taskOf({ ...done, repeat: null })), undefined);
    assert.equal(nextTask({ ...taskOf(done), due: null }), undefined);
  });

  it("is none after the last day of the series", () => {
    const until = "2026-11-23";
    assert.ok(afterwards(due("2026-11-22"), { ...daily, until }));
    assert.equal(afterwards(due("2026-11-23"), { ...daily, until }), undefined);
  });

  /** The days of a series, each done on its day. */
  function series(first: string, repeat: Repeat, count: number): string[] {
    const days = [first];
    let task = afterwards(due(first), repeat);
    while (task?.due && days.length < count) {
      days.push(task.due.date);
      task = afterwards(task.due, task.repeat ?? assert.fail());
    }
    return days;
  }

  it("keeps to the day of the month that was meant, whatever months come between", () => {
    assert.deepEqual(series("2027-12-31", monthly, 6), [
      "2027-12-31",
      "2028-01-31",
      "2028-02-29",
      "2028-03-31",
      "2028-04-30",
      "2028-05-31",
    ]);
    assert.deepEqual(series("2024-02-29", { ...monthly, unit: "year" }, 6), [
      "2024-02-29",
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
      "2029-02-28",
    ]);
  });

  it("says which day was meant once, and keeps it; where none is meant it says none", () => {
    const dayOf = (repeat: Repeat, date = "2026-02-28") =>
      afterwards(due(date), repeat)?.repeat?.day;
    assert.equal(dayOf(monthly), 28);
    assert.equal(dayOf({ ...monthly, day: 31 }), 31);
    assert.equal(dayOf({ ...monthly, from: "done" }), null);
    assert.equal(dayOf(daily), null);
    assert.equal(dayOf({ ...daily, unit: "week" }), null);
  });

  describe("has its reminder", () => {
    const reminder = (moment: string): Reminder => ({
      at: at(moment),
      uid: "writer",
      state: "dropped",
    });
    const remindedAt = (first: Due, moment: string, repeat = daily) =>
      afterwards(first, repeat, { reminder: reminder(moment) })
        ?.reminder?.at.toDate()
        .toISOString();
    const berlin = (date: string) => due(date, "09:30", "Europe/Berlin");

    it("as many days before it is due, and as many after", () => {
      const first = due("2026-11-22");
      assert.equal(remindedAt(first, "2026-11-20T07:15:00Z"), "2026-11-21T07:15:00.000Z");
      assert.equal(remindedAt(first, "2026-11-22T07:15:00Z"), "2026-11-23T07:15:00.000Z");
      assert.equal(remindedAt(first, "2026-11-24T07:15:30Z"), "2026-11-25T07:15:30.000Z");
      assert.equal(
        remindedAt(due("2027-02-28"), "2027-02-27T07:15:00Z", { ...monthly, day: 31 }),
        "2027-03-30T07:15:00.000Z",
      );
    });

    it("at the same time of day in its zone, also when clocks change", () => {
      assert.equal(
        remindedAt(berlin("2026-03-28"), "2026-03-28T07:00:00Z"),
        "2026-03-29T06:00:00.000Z",
      );
      assert.equal(
        remindedAt(berlin("2026-10-24"), "2026-10-24T06:00:00Z"),
        "2026-10-25T07:00:00.000Z",
      );
      const sydney = due("2026-10-03", null, "Australia/Sydney");
      assert.equal(remindedAt(sydney, "2026-10-02T22:00:00Z"), "2026-10-03T21:00:00.000Z");
    });

    it("as many days before as it is there, where in UTC it is another day", () => {
      // 00:30 on the day before, in Berlin.
      assert.equal(
        remindedAt(berlin("2026-11-22"), "2026-11-20T23:30:00Z"),
        "2026-11-21T23:30:00.000Z",
      );
      const thirds = { ...monthly, day: 31 };
      assert.equal(
        remindedAt(berlin("2027-03-31"), "2027-03-29T22:30:00Z", thirds),
        "2027-04-28T22:30:00.000Z",
      );
    });

    it("within a year; one that was farther off is not asked for again", () => {
      const first = due("2026-11-22");
      assert.equal(remindedAt(first, "2025-11-21T07:15:00Z"), "2025-11-22T07:15:00.000Z");
      for (const far of ["2025-11-20T07:15:00Z", "2028-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]) {
        const next = afterwards(first, daily, { reminder: reminder(far) });
        assert.equal(next?.due?.date, "2026-11-23");
        assert.equal(next?.reminder, null);
      }
    });

    it("only where it had one", () => {
      assert.equal(afterwards(due("2026-11-22"), daily)?.reminder, null);
    });
  });
});
