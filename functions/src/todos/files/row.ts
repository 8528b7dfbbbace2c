import * as z from "zod";
import type { Columns } from "../../core/table/columns.ts";
import { isZone } from "../../core/zones.ts";
import { Due, localDate, Repeat, Task } from "../schema.ts";

const { shape } = Task;

const words = z.string("must be text");

/** A cell that may be empty: "" in a spreadsheet, null or missing in JSON. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? null : (value ?? null)), schema.nullable());

const text = z.preprocess((value) => value ?? "", words);

/** What a schema takes, refused in words that go on from the name of the column. */
const inWords = <Schema extends z.ZodType>(schema: Schema, message: string) =>
  z.custom<z.input<Schema>>((value) => schema.safeParse(value).success, message);

/** The parts of a cell, without empty ones. */
const parts = (separator: RegExp) =>
  text.transform((value) => value.split(separator).filter((part) => part.trim() !== ""));

/** As a spreadsheet writes it, or as JSON does. */
const number = (schema: z.ZodInt) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value),
    inWords(schema, `must be a whole number from ${schema.minValue} to ${schema.maxValue}`),
  );

/** In the years in which a task can be due: what repeats is counted on from there. */
const moment = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((value) => /^20\d\d-/.test(value.toISOString()));

const WEEKDAYS = "must be days from 1 for Monday to 7, each once, like 1 4";

const isEachOnce = (days: readonly number[]): boolean => new Set(days).size === days.length;

const checklist = parts(/\r\n?|\n/)
  .transform((lines) =>
    lines.map((line) => ({
      text: line.replace(/^\[[ xX]\] /, ""),
      isDone: /^\[[xX]\] /.test(line),
    })),
  )
  .superRefine((items, context) => {
    const { error } = shape.checklist.safeParse(
      items.map((item) => item.text),
      {
        error: (issue) =>
          issue.code === "too_big" ? `must have at most ${issue.maximum} items` : undefined,
      },
    );
    for (const message of new Set(error?.issues.map((issue) => issue.message))) {
      context.addIssue(message);
    }
  });

/**
 * A task in a file, CSV or JSON: what it is for everybody who reads the file. Not who has to do it
 * or is reminded, since it may come into another list.
 */
export const TaskRow = z.strictObject({
  title: words.pipe(shape.title),
  notes: text.pipe(shape.notes),
  /** When it was done, in ISO 8601; empty: not yet. */
  completedAt: optional(
    inWords(moment, "must be a moment from 2000 to 2099, like 2026-02-28T09:30:00Z"),
  ),
  dueDate: optional(words.pipe(localDate)),
  /** Empty: on that day. */
  dueTime: optional(words.pipe(Due.shape.time.unwrap())),
  /** Empty: UTC. */
  dueZone: optional(
    inWords(Due.shape.zone.refine(isZone), 'must be a time zone like "Europe/Berlin"'),
  ),
  /** Empty: 0. */
  priority: z.preprocess((value) => (value === "" ? 0 : (value ?? 0)), number(shape.priority)),
  /** Separated by blanks. */
  labels: parts(/\s+/).pipe(
    inWords(shape.labels, "must be at most 10 words, each of at most 40 characters"),
  ),
  /** A line an item: "[x] done", "[ ] to do", or the item alone. */
  checklist,
  /** Empty: it comes once. */
  repeatUnit: optional(inWords(Repeat.shape.unit, "must be day, week, month or year")),
  /** Empty: 1. */
  repeatEvery: optional(number(Repeat.shape.every)),
  /** 1 for Monday to 7, separated by blanks. */
  repeatWeekdays: parts(/\s+/)
    .transform((days) => days.map(Number))
    .pipe(inWords(Repeat.shape.weekdays.refine(isEachOnce), WEEKDAYS)),
  repeatDay: optional(number(Repeat.shape.day.unwrap())),
  /** Empty: due. */
  repeatFrom: optional(inWords(Repeat.shape.from, "must be due or done")),
  repeatUntil: optional(words.pipe(localDate)),
});
export type TaskRow = z.output<typeof TaskRow>;

export const columns: Columns = {
  names: Object.keys(TaskRow.shape),
  required: ["title"],
  maxRows: 500,
};
