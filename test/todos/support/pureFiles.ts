import fc, { type Arbitrary } from "fast-check";
import { readTasks, type TaskContent } from "../../../functions/src/todos/files/read.ts";
import { Task } from "../../../functions/src/todos/schema.ts";
import { at, taskOf } from "./pureTasks.ts";

/** What a file says of a task, with the moment at which it was done as one can compare it. */
export const comparable = ({ completedAt, ...task }: TaskContent) => ({
  ...task,
  completedAt: completedAt?.toDate().toISOString() ?? null,
});

/** What a task is for everybody, which is what a file keeps of it. */
export function contentOf(task: Task) {
  const { title, notes, completedAt, due, priority, labels, checklist, checked, repeat } = task;
  const done = checklist.filter((item) => checked.includes(item));
  return comparable({
    title,
    notes,
    completedAt,
    due,
    priority,
    labels,
    checklist,
    checked: done,
    repeat,
  });
}

/** What was read, where nothing was wrong with it. */
export function readAll(format: "csv" | "json", file: string) {
  const { tasks, faults } = readTasks(format, file);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return tasks.map(comparable);
}

/** Pieces that files, spreadsheets and checklists might take for something of theirs. */
const pieces = fc.oneof(
  fc.constantFrom("=", "+", "-", "@", "'", '"', ",", ";", "\t", "\n", "\r\n", "\r", " ", "\u00a0"),
  fc.constantFrom(
    "＝",
    "＠",
    "\uFEFF",
    "\u2028",
    "[x] ",
    "[ ] ",
    "[X] ",
    "=1+1",
    "null",
    "0",
    "\\",
  ),
  fc.string({ unit: "grapheme", maxLength: 5 }),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const texts = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(""));

const taken = (schema: { safeParse(value: unknown): { success: boolean } }) => (value: unknown) =>
  schema.safeParse(value).success;

const { shape } = Task;
const item = texts.map((text) => text.replace(/\p{Cc}/gu, ""));
const dates = fc.constantFrom("2000-01-01", "2026-11-22", "2028-02-29", "2099-12-31");

/** Tasks that the schema takes, with words of all kinds. */
export const tasks: Arbitrary<Task> = fc
  .record({
    title: texts.filter(taken(shape.title)),
    notes: fc.oneof(texts, fc.constant("")).filter(taken(shape.notes)),
    completedAt: fc.option(
      fc
        .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
        .map((moment) => at(moment)),
    ),
    due: fc.option(
      fc.record({
        date: dates,
        time: fc.option(fc.constantFrom("00:00", "09:30", "23:59")),
        zone: fc.constantFrom("UTC", "Europe/Berlin", "America/Argentina/Salta", "Asia/Kolkata"),
      }),
      { freq: 4 },
    ),
    priority: fc.integer({ min: 0, max: 3 }),
    labels: fc
      .array(
        texts.map((text) => text.replace(/\s/g, "")),
        { maxLength: 10 },
      )
      .filter(taken(shape.labels)),
    checklist: fc.uniqueArray(item, { maxLength: 6 }).filter(taken(shape.checklist)),
    isChecked: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    repeat: fc.option(
      fc.record({
        every: fc.integer({ min: 1, max: 365 }),
        unit: fc.constantFrom("day", "week", "month", "year"),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        day: fc.option(fc.integer({ min: 1, max: 31 })),
        from: fc.constantFrom("due", "done"),
        until: fc.option(dates),
      }),
      { freq: 3 },
    ),
  })
  .map(({ isChecked, repeat, ...task }) =>
    taskOf({
      ...task,
      repeat: task.due && repeat,
      checked: task.checklist.filter((_, index) => isChecked[index]),
    }),
  );
