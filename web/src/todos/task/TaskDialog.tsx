import type { Task } from "kindling-client";
import { Trash2 } from "lucide";
import type { Found } from "../../core/live.ts";
import { Button, Dialog } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { Checklist } from "./Checklist.tsx";
import { Comments } from "./Comments.tsx";
import { putIntoBin, takeOutOfBin } from "./changes.ts";
import { Marks } from "./Marks.tsx";
import { MoveToList } from "./MoveToList.tsx";
import { TaskForm } from "./TaskForm.tsx";

/** Everything about a task. */
export function TaskDialog({ task, onClose }: { task: Found<Task>; onClose: () => void }) {
  const { mayWrite, write, say } = useOpenList();
  const { title, notes } = task.data();
  const bin = () => {
    write(putIntoBin(task));
    say(`“${title}” is in the bin.`, () => write(takeOutOfBin(task)));
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div class={mayWrite ? "task-details" : "stack"}>
        {mayWrite ? (
          <TaskForm key={task.id} task={task} onSaved={onClose} />
        ) : (
          <div class="stack close">
            <Marks task={task} />
            {notes !== "" && <p class="as-written">{notes}</p>}
          </div>
        )}
        <div class="stack">
          <Checklist task={task} />
          <Comments task={task} />
          {mayWrite && (
            <section class="stack close" aria-label="Put it elsewhere">
              <h3>Put it elsewhere</h3>
              <MoveToList task={task} onMoved={onClose} />
              <div class="row">
                <Button isSmall icon={Trash2} onClick={bin}>
                  Put into the bin
                </Button>
              </div>
            </section>
          )}
        </div>
      </div>
    </Dialog>
  );
}
