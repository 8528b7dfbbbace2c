import type { Task } from "kindling-client";
import {
  AlignLeft,
  Bell,
  CalendarDays,
  CircleCheck,
  Clock,
  Flag,
  ListChecks,
  Repeat,
  UserRound,
} from "lucide";
import type { ComponentChildren } from "preact";
import type { Found } from "../../core/live.ts";
import { Icon, type IconNode } from "../../core/ui/index.ts";
import { day, time } from "../../core/words.ts";
import { useOpenList } from "../list/openList.ts";
import { dueWords, repeatWords, urgencyOf } from "./dueWords.ts";
import { PRIORITIES } from "./priorities.ts";

/** What there is to know of a task at a glance. */
export function Marks({ task }: { task: Found<Task> }) {
  const { nameOf } = useOpenList();
  const {
    completedAt,
    due,
    repeat,
    priority,
    labels,
    assigneeId,
    checklist,
    checked,
    notes,
    reminder,
  } = task.data();
  const done = checklist.filter((item) => checked.includes(item)).length;
  return (
    <ul class="marks">
      {task.metadata.hasPendingWrites && (
        <Mark icon={Clock} tone="pending">
          Waiting to be saved
        </Mark>
      )}
      {completedAt && <Mark icon={CircleCheck}>Done on {day(completedAt)}</Mark>}
      {due && !completedAt && (
        <Mark icon={CalendarDays} tone={urgencyOf(due)}>
          {dueWords(due)}
        </Mark>
      )}
      {repeat && <Mark icon={Repeat}>{repeatWords(repeat)}</Mark>}
      {priority > 0 && (
        <Mark icon={Flag} tone={priority === 3 ? "overdue" : "later"}>
          {PRIORITIES[priority]} priority
        </Mark>
      )}
      {assigneeId && <Mark icon={UserRound}>{nameOf(assigneeId)}</Mark>}
      {checklist.length > 0 && (
        <Mark icon={ListChecks}>
          {done} of {checklist.length}
        </Mark>
      )}
      {reminder?.state === "waiting" && <Mark icon={Bell}>{time(reminder.at)}</Mark>}
      {notes !== "" && <Mark icon={AlignLeft}>Notes</Mark>}
      {labels.map((label) => (
        <li key={label} class="label">
          #{label}
        </li>
      ))}
    </ul>
  );
}

interface MarkProps {
  icon: IconNode;
  tone?: string;
  children: ComponentChildren;
}

const Mark = ({ icon, tone = "later", children }: MarkProps) => (
  <li class={tone}>
    <Icon of={icon} size={14} /> <span>{children}</span>
  </li>
);
