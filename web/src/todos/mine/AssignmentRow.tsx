import type { Assignment } from "kindling-client";
import { CalendarDays, Flag } from "lucide";
import { useRef } from "preact/hooks";
import { Icon } from "../../core/ui/index.ts";
import { dueWords, urgencyOf } from "../task/dueWords.ts";
import { PRIORITIES } from "../task/priorities.ts";
import { useKeepFocus } from "../tasks/keepFocus.ts";

interface AssignmentRowProps {
  assignment: Assignment;
  listTitle: string;
  onDone: () => void;
}

export function AssignmentRow({ assignment, listTitle, onDone }: AssignmentRowProps) {
  const { listId, taskId, title, due, priority } = assignment;
  const row = useRef<HTMLLIElement>(null);
  useKeepFocus(row);
  return (
    <li class="task" ref={row}>
      <input type="checkbox" aria-label={`Done: ${title}`} checked={false} onChange={onDone} />
      <div class="task-body">
        <a class="task-title" href={`/todos/${listId}?task=${taskId}`}>
          {title}
        </a>
        <ul class="marks">
          <li>{listTitle}</li>
          {due && (
            <li class={urgencyOf(due)}>
              <Icon of={CalendarDays} size={14} /> <span>{dueWords(due)}</span>
            </li>
          )}
          {priority > 0 && (
            <li class={priority === 3 ? "overdue" : "later"}>
              <Icon of={Flag} size={14} /> <span>{PRIORITIES[priority]} priority</span>
            </li>
          )}
        </ul>
      </div>
    </li>
  );
}
