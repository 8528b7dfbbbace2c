import { Timestamp } from "firebase-admin/firestore";
import type { Fault } from "../../core/table/fault.ts";
import { readCsv } from "../../core/table/readCsv.ts";
import { readJson } from "../../core/table/readJson.ts";
import { readRow } from "../../core/table/readRow.ts";
import type { Due, Repeat, Task } from "../schema.ts";
import { columns, TaskRow } from "./row.ts";

/** What a file says of a task; the rest is for who reads it in. */
export type TaskContent = Pick<
  Task,
  | "title"
  | "notes"
  | "completedAt"
  | "due"
  | "priority"
  | "labels"
  | "checklist"
  | "checked"
  | "repeat"
>;

/**
 * The tasks of a file, CSV or JSON: see `TaskRow`. What is wrong with them is named in `faults`, row
 * by row, and such a row left out.
 * Refuses `invalid-argument`/`unreadable` what is no table at all, with the `line`.
 */
export function readTasks(
  format: "csv" | "json",
  content: string,
): { tasks: TaskContent[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const table = format === "csv" ? readCsv(content, columns, faults) : readJson(content, columns);
  const tasks = table.flatMap(({ line, cells }) => {
    const plain = format === "csv" ? withoutApostrophes(cells) : cells;
    const row = readRow(TaskRow, plain, line, faults);
    return row ? contentOf(row, line, faults) : [];
  });
  return { tasks, faults };
}

/** Takes off what `toCsv` has put before what looks like a formula. */
const withoutApostrophes = (cells: unknown): unknown =>
  Object.fromEntries(
    Object.entries(Object(cells)).map(([name, cell]) => [
      name,
      typeof cell === "string"
        ? cell.replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, "")
        : cell,
    ]),
  );

function contentOf(row: TaskRow, line: number, faults: Fault[]): TaskContent[] {
  const lone = (["dueTime", "dueZone", "repeatUnit"] as const).filter(
    (field) => row[field] !== null && row.dueDate === null,
  );
  faults.push(...lone.map((field) => ({ line, field, message: "takes a dueDate" })));
  if (lone.length > 0) return [];
  return [
    {
      title: row.title,
      notes: row.notes,
      completedAt: row.completedAt === null ? null : Timestamp.fromDate(new Date(row.completedAt)),
      due: dueOf(row),
      priority: row.priority,
      labels: row.labels,
      checklist: row.checklist.map((item) => item.text),
      checked: row.checklist.filter((item) => item.isDone).map((item) => item.text),
      repeat: repeatOf(row),
    },
  ];
}

const dueOf = ({ dueDate, dueTime, dueZone }: TaskRow): Due | null =>
  dueDate === null ? null : { date: dueDate, time: dueTime, zone: dueZone ?? "UTC" };

const repeatOf = (row: TaskRow): Repeat | null =>
  row.repeatUnit === null
    ? null
    : {
        every: row.repeatEvery ?? 1,
        unit: row.repeatUnit,
        weekdays: row.repeatWeekdays,
        day: row.repeatDay,
        from: row.repeatFrom ?? "due",
        until: row.repeatUntil,
      };
