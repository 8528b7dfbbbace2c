import { DAY, MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { localTimeOf } from "../../../functions/src/core/zones.ts";
import { dueMoment } from "../../../functions/src/todos/due.ts";
import { Comment, type Due, List, Task } from "../../../functions/src/todos/schema.ts";
import type { DemoList, DemoTask } from "./demoList.ts";

// The documents of the demo, held to their schemas. Days are those of this machine's clocks: what is
// due today is so for who looks at it here.

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const daysAgo = (days: number) => stamp(-days * DAY);

export function listDocument({ title, members, created, archived }: DemoList): List {
  const memberIds = Object.keys(members);
  return List.parse({
    title,
    ownerId: memberIds[0],
    roles: members,
    memberIds,
    archived,
    deletedAt: null,
    createdAt: daysAgo(created),
    updatedAt: daysAgo(created),
  });
}

export function taskDocument(task: DemoTask, position: string, list: DemoList): Task {
  const { done, binned, remind, repeat } = task;
  const due = dueOf(task);
  return Task.parse({
    title: task.title,
    notes: task.notes ?? "",
    completedAt: done === undefined ? null : daysAgo(done),
    due,
    priority: task.priority ?? 0,
    labels: task.labels ?? [],
    assigneeId: task.assignee ?? null,
    checklist: task.checklist ?? [],
    checked: task.checked ?? [],
    position,
    repeat: repeat ? { ...daily, ...repeat } : null,
    reminder: remind && due ? { at: momentOf(due), uid: remind, state: "waiting" } : null,
    deletedAt: binned === undefined ? null : daysAgo(binned),
    movedFrom: null,
    movedTo: null,
    createdBy: task.by,
    createdAt: daysAgo(list.created),
    updatedAt: daysAgo(done ?? binned ?? list.created),
  });
}

/** What was said yesterday, the `nth` of it. */
export function commentDocument({ by, text }: { by: string; text: string }, nth: number): Comment {
  const at = stamp(nth * MINUTE - DAY);
  return Comment.parse({ text, authorId: by, createdAt: at, updatedAt: at });
}

const daily = { every: 1, unit: "day", weekdays: [], day: null, from: "due", until: null };

const momentOf = (due: Due) => stamp(dueMoment(due).getTime() - now().getTime());

/** Of what comes on days of the week, the first of them from then on. */
function dueOf({ due, time = null, repeat }: DemoTask): Due | null {
  if (due === undefined) return null;
  const weekdays = repeat?.weekdays ?? [];
  let day = localTimeOf(now(), zone).toPlainDate().add({ days: due });
  while (weekdays.length > 0 && !weekdays.includes(day.dayOfWeek)) day = day.add({ days: 1 });
  return { date: day.toString(), time, zone };
}
