import { type Block, paragraph, rows, type Template } from "../../core/mail/template.ts";
import { appName } from "../../core/settings.ts";
import { dueInWords } from "../due.ts";
import { toApp } from "../list/mails.ts";
import type { DueTask, DueTasks } from "../task/dueTasks.ts";

/** So many tasks are named under one heading. */
const SHOWN = 50;

interface Line {
  task: DueTask;
  list: string;
}

/**
 * What somebody has to do on a day: what is overdue, and what is due. `undefined` where there is
 * nothing: then nobody is written to.
 */
export function digestOf(due: readonly DueTasks[], today: string): Template | undefined {
  const lines = due
    .flatMap(({ list, tasks }) => tasks.map((task) => ({ task: task.data(), list: list.title })))
    .toSorted((one, other) => compare(sortKey(one), sortKey(other)));
  if (lines.length === 0) return undefined;
  const { overdue = [], now = [] } = Object.groupBy(lines, ({ task }) =>
    (task.due?.date ?? "") < today ? "overdue" : "now",
  );
  return {
    subject: `${lines.length === 1 ? "One task" : `${lines.length} tasks`} for today`,
    blocks: [
      paragraph(`This is what you have to do, says ${appName.value()}.`),
      ...section("Overdue", overdue),
      ...section("Today", now),
      ...toApp(),
      paragraph("You get this mail since you asked for it. You can switch it off in the app."),
    ],
  };
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const sortKey = ({ task: { due, position } }: Line): string =>
  `${due?.date} ${due?.time ?? "24"} ${position}`;

function section(heading: string, lines: readonly Line[]): Block[] {
  if (lines.length === 0) return [];
  const shown = lines
    .slice(0, SHOWN)
    .map(
      ({ task, list }) =>
        [`${task.title} (${list})`, task.due ? dueInWords(task.due) : ""] as const,
    );
  const left = lines.length - shown.length;
  return [
    paragraph(heading),
    rows(...shown),
    ...(left > 0 ? [paragraph(`… and ${left} more.`)] : []),
  ];
}
