import type { Task } from "kindling-client";
import { Trash2 } from "lucide";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { Button, Confirm, Empty, LivePages } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { goneOn } from "../bin.ts";
import { ListFrame } from "../list/ListFrame.tsx";
import { useOpenList } from "../list/openList.ts";
import { deleteTask, putIntoBin, takeOutOfBin } from "../task/changes.ts";

export default function BinnedTasksPage() {
  return (
    <ListFrame>
      <BinnedTasks />
    </ListFrame>
  );
}

function BinnedTasks() {
  const { listId, source } = useOpenList();
  return (
    <LivePages
      of={todos.documents.binnedTasks(listId)}
      source={source}
      empty={
        <Empty icon={Trash2} title="The bin is empty.">
          <p>What is put here can be taken out again for 30 days.</p>
        </Empty>
      }
    >
      {(tasks) => (
        <ul class="tasks" aria-label="In the bin">
          {tasks.map((task) => (
            <BinnedTask key={task.id} task={task} />
          ))}
        </ul>
      )}
    </LivePages>
  );
}

function BinnedTask({ task }: { task: Found<Task> }) {
  const { mayWrite, write, say } = useOpenList();
  const [asks, setAsks] = useState(false);
  const { title, deletedAt } = task.data();
  const deleting = useAction(async () => {
    write(deleteTask(task));
    say(`“${title}” is deleted.`);
  });
  return (
    <li class="task binned">
      <div class="task-body">
        <span class="task-title">{title}</span>
        {deletedAt && <p class="hint">Deleted for good on {day(goneOn(deletedAt))}</p>}
      </div>
      {mayWrite && (
        <div class="row">
          <Button
            isSmall
            onClick={() => {
              write(takeOutOfBin(task));
              say(`“${title}” is out of the bin.`, () => write(putIntoBin(task)));
            }}
          >
            Take out
          </Button>
          <Button isSmall look="quiet" onClick={() => setAsks(true)}>
            Delete for good
          </Button>
        </div>
      )}
      {asks && (
        <Confirm
          title="Delete for good"
          confirm="Delete"
          action={deleting}
          onClose={() => setAsks(false)}
        >
          <p>“{title}” and what was said of it can't be brought back then.</p>
        </Confirm>
      )}
    </li>
  );
}
