import { stringify } from "csv-stringify/sync";
import type { Task } from "../schema.ts";
import { columns } from "./row.ts";

type Cell = string | number | null;

/** A task as a row of a file; see `TaskRow`. */
export function rowOf(task: Task): Record<string, Cell> {
  const { due, repeat, completedAt, checked } = task;
  return {
    title: task.title,
    notes: task.notes,
    completedAt: completedAt?.toDate().toISOString() ?? null,
    dueDate: due?.date ?? null,
    dueTime: due?.time ?? null,
    dueZone: due?.zone ?? null,
    priority: task.priority,
    labels: task.labels.join(" "),
    checklist: task.checklist
      .map((item) => `${checked.includes(item) ? "[x]" : "[ ]"} ${item}`)
      .join("\n"),
    repeatUnit: repeat?.unit ?? null,
    repeatEvery: repeat?.every ?? null,
    repeatWeekdays: repeat?.weekdays.join(" ") ?? "",
    repeatDay: repeat?.day ?? null,
    repeatFrom: repeat?.from ?? null,
    repeatUntil: repeat?.until ?? null,
  };
}

/** Tasks as a JSON list, a row each. */
export const toJson = (tasks: readonly Task[]): string =>
  `${JSON.stringify(tasks.map(rowOf), null, 2)}\n`;

/**
 * Tasks as CSV (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it: https://owasp.org/www-community/attacks/CSV_Injection
 * Blanks at the ends of a cell are left out, since who reads it can't tell; lines in it end in a line
 * feed.
 */
export const toCsv = (tasks: readonly Task[]): string =>
  stringify(tasks.map(rowOf), {
    header: true,
    columns: [...columns.names],
    record_delimiter: "windows",
    cast: { string: (value) => value.replace(/\r\n?/g, "\n").trim() },
    escape_formulas: true,
    // The library quotes for the line ends of the file alone.
    quoted_match: /[\r\n]/,
  });
