import type { Task } from "kindling-client";
import { CircleCheck, Trash2 } from "lucide";
import { useRef } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { Button, Empty, LivePages } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { ListFrame } from "../list/ListFrame.tsx";
import { useOpenList } from "../list/openList.ts";
import { OpenedTask } from "../task/OpenedTask.tsx";
import { useOpenedTask } from "../task/useOpenedTask.ts";
import { useKeepFocus } from "./keepFocus.ts";
import { TaskRow } from "./TaskRow.tsx";

export default function DoneTasksPage() {
  return (
    <ListFrame>
      <DoneTasks />
    </ListFrame>
  );
}

function DoneTasks() {
  const { listId, mayWrite, source } = useOpenList();
  return (
    <LivePages
      of={todos.documents.doneTasks(listId)}
      source={source}
      empty={
        <Empty icon={CircleCheck} title="Nothing is done yet.">
          <p>What you tick off is kept here, and can be opened again.</p>
        </Empty>
      }
    >
      {(tasks) => (
        <>
          {mayWrite && <PutAllIntoBin tasks={tasks} />}
          <DonePage tasks={tasks} />
        </>
      )}
    </LivePages>
  );
}

function DonePage({ tasks }: { tasks: readonly Found<Task>[] }) {
  const { openedId, open, close } = useOpenedTask();
  const opened = tasks.some(({ id }) => id === openedId) ? openedId : undefined;
  return (
    <>
      <ul class="tasks" aria-label="Done">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} onOpen={() => open(task.id)} />
        ))}
      </ul>
      {opened && <OpenedTask taskId={opened} known={tasks} onClose={close} />}
    </>
  );
}

/** Can be taken back, one by one, for 30 days. */
function PutAllIntoBin({ tasks }: { tasks: readonly Found<Task>[] }) {
  const { listId, write, say } = useOpenList();
  const row = useRef<HTMLDivElement>(null);
  useKeepFocus(row);
  const all = count(tasks.length, "task");
  return (
    <div class="row" ref={row}>
      <Button
        isSmall
        icon={Trash2}
        onClick={() => {
          const ids = tasks.map(({ id }) => id);
          write(todos.deleteTasks(listId, ids));
          say(`${all} put into the bin.`);
        }}
      >
        Put {all} into the bin
      </Button>
    </div>
  );
}
