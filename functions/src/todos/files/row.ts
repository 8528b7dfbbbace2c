import * as z from "zod";
import type { Columns } from "../../core/table/columns.ts";
import { isZone } from "../due.ts";
import { Due, localDate, Repeat, Task } from "../schema.ts";

const { shape } = Task;

/** A cell that may be empty: "" in a spreadsheet, null or missing in JSON. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : (value ?? null)), schema.nullable());

const text = z.preprocess((value) => value ?? "", z.string());

/** The parts of a cell, without empty ones. */
const parts = (separator: RegExp) =>
  text.transform((value) => value.split(separator).filter((part) => part.trim() !== ""));

/** As a spreadsheet writes it, or as JSON does. */
const number = (schema: z.ZodInt) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value),
    schema,
  );

/**
 * A task in a file, CSV or JSON: what it is for everybody who reads the file. Not who has to do it
 * or is reminded, since it may come into another list.
 */
export const TaskRow = z.strictObject({
  title: shape.title,
  notes: text.pipe(shape.notes),
  /** When it was done, in ISO 8601; empty: not yet. */
  completedAt: optional(z.iso.datetime({ offset: true })),
  dueDate: optional(localDate),
  /** Empty: on that day. */
  dueTime: optional(Due.shape.time.unwrap()),
  /** Empty: UTC. */
  dueZone: optional(Due.shape.zone.refine(isZone, 'must be a time zone like "Europe/Berlin"')),
  /** Empty: 0. */
  priority: z.preprocess((value) => (value === "" ? 0 : (value ?? 0)), number(shape.priority)),
  /** Separated by blanks. */
  labels: parts(/\s+/).pipe(shape.labels),
  /** A line an item: "[x] done", "[ ] to do", or the item alone. */
  checklist: parts(/\n/),
  /** Empty: it comes once. */
  repeatUnit: optional(Repeat.shape.unit),
  /** Empty: 1. */
  repeatEvery: optional(number(Repeat.shape.every)),
  /** 1 for Monday to 7, separated by blanks. */
  repeatWeekdays: parts(/\s+/)
    .transform((days) => days.map(Number))
    .pipe(Repeat.shape.weekdays),
  repeatDay: optional(number(Repeat.shape.day.unwrap())),
  /** Empty: due. */
  repeatFrom: optional(Repeat.shape.from),
  repeatUntil: optional(localDate),
});
export type TaskRow = z.output<typeof TaskRow>;

export const columns: Columns = {
  names: Object.keys(TaskRow.shape),
  required: ["title"],
  maxRows: 500,
};
