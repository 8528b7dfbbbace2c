import type { Task } from "kindling-client";
import { GripVertical, SlidersHorizontal } from "lucide";
import type { Found } from "../../core/live.ts";
import { Icon, IconButton } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { complete, reopen } from "../task/changes.ts";
import { Marks } from "../task/Marks.tsx";
import { TitleInPlace } from "../task/TitleInPlace.tsx";
import { type Side, useDragging } from "./dragging.ts";
import { useKeepFocus } from "./keepFocus.ts";
import { MoveButtons } from "./MoveButtons.tsx";

/** How a task is put to another place. */
export interface Ordering {
  /** Its place now, and how many there are. */
  place: number;
  count: number;
  moveTo: (place: number) => void;
  /** Another one was dropped beside it. */
  onDropped: (draggedId: string, side: Side) => void;
}

interface TaskRowProps {
  task: Found<Task>;
  onOpen: () => void;
  /** Without it, the order is not to be changed here. */
  ordering?: Ordering | undefined;
}

export function TaskRow({ task, onOpen, ordering }: TaskRowProps) {
  const { mayWrite, write, say } = useOpenList();
  const { title, completedAt } = task.data();
  const { row, grip, isDragged, side } = useDragging(task.id, ordering?.onDropped);
  useKeepFocus(row);
  const [change, undo, done] = completedAt
    ? [reopen, complete, "is to be done again"]
    : [complete, reopen, "is done"];
  return (
    <li ref={row} class="task" data-side={side} data-dragged={isDragged || undefined}>
      {ordering && (
        <span class="grip" ref={grip} title="Drag to another place" aria-hidden="true">
          <Icon of={GripVertical} size={18} />
        </span>
      )}
      <input
        type="checkbox"
        aria-label={`Done: ${title}`}
        checked={completedAt !== null}
        disabled={!mayWrite}
        onChange={() => {
          write(change(task));
          say(`“${title}” ${done}.`, () => write(undo(task)));
        }}
      />
      <div class="task-body">
        <TitleInPlace task={task} />
        <Marks task={task} />
      </div>
      {ordering && <MoveButtons title={title} {...ordering} />}
      <IconButton icon={SlidersHorizontal} label={`Details of ${title}`} onClick={onOpen} />
    </li>
  );
}
