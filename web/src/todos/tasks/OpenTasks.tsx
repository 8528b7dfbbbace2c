import type { Task } from "kindling-client";
import { ListTodo } from "lucide";
import { useState } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import { useQuery } from "../../core/live.ts";
import { Empty, Loading, Refusal } from "../../core/ui/index.ts";
import { ListFrame } from "../list/ListFrame.tsx";
import { useOpenList } from "../list/openList.ts";
import { OpenedTask } from "../task/OpenedTask.tsx";
import { useOpenedTask } from "../task/useOpenedTask.ts";
import { AddTask } from "./AddTask.tsx";
import { CompleteAll } from "./CompleteAll.tsx";
import { FilterBar } from "./FilterBar.tsx";
import { draftFor, type Filter, passes } from "./filters.ts";
import { TaskRow } from "./TaskRow.tsx";
import { useOrdering } from "./useOrdering.ts";

/** So many the rules let one query have, and so many can be put in order. */
const MOST = 500;

export default function OpenTasksPage() {
  return (
    <ListFrame>
      <OpenTasks />
    </ListFrame>
  );
}

function OpenTasks() {
  const { listId, uid, mayWrite, source } = useOpenList();
  const { docs, isLoading, problem } = useQuery(todos.documents.openTasks(listId, MOST), source);
  const [filter, setFilter] = useState<Filter>("all");
  const orderingOf = useOrdering(docs);
  const { openedId, open, close } = useOpenedTask();
  const tasks: Task[] = docs.map((task) => task.data());
  const shown = docs.filter((task) => passes(task.data(), filter, uid));
  return (
    <>
      {mayWrite && (
        <AddTask
          draft={draftFor(filter, uid)}
          // What is new is never overdue: it would not be seen.
          onAdded={() => filter === "overdue" && setFilter("all")}
        />
      )}
      {docs.length > 0 && <FilterBar tasks={tasks} filter={filter} onFilter={setFilter} />}
      {isLoading && <Loading what="The tasks are on their way" />}
      <Refusal problem={problem} />
      {!isLoading && !problem && shown.length === 0 && <Nothing filter={filter} />}
      {shown.length > 0 && (
        <ul class="tasks" aria-label="To do">
          {shown.map((task) => (
            <TaskRow
              key={task.id}
              task={task}
              onOpen={() => open(task.id)}
              ordering={mayWrite && filter === "all" ? orderingOf(task) : undefined}
            />
          ))}
        </ul>
      )}
      {docs.length === MOST && (
        <p class="hint">These are the first {MOST}. The others follow as these are done.</p>
      )}
      {mayWrite && shown.length > 1 && <CompleteAll tasks={shown} />}
      {openedId && !isLoading && <OpenedTask taskId={openedId} known={docs} onClose={close} />}
    </>
  );
}

function Nothing({ filter }: { filter: Filter }) {
  const { mayWrite } = useOpenList();
  if (filter !== "all") return <Empty icon={ListTodo} title="There is nothing of this to do." />;
  return (
    <Empty icon={ListTodo} title="There is nothing to do here.">
      {mayWrite && (
        <p>Write down above what comes to your mind. It works without a network, too.</p>
      )}
    </Empty>
  );
}
