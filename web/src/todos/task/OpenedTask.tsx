import { documentId, limit, query, where } from "firebase/firestore";
import type { Task } from "kindling-client";
import { todos } from "../../core/backend.ts";
import { type Found, useQuery } from "../../core/live.ts";
import { Dialog, Loading, Refusal } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { TaskDialog } from "./TaskDialog.tsx";

interface OpenedTaskProps {
  taskId: string;
  /** The tasks that are on the page: another is asked for. */
  known: readonly Found<Task>[];
  onClose: () => void;
}

/** The details of the task that the address names. */
export function OpenedTask({ taskId, known, onClose }: OpenedTaskProps) {
  const { listId, source } = useOpenList();
  const shown = known.find(({ id }) => id === taskId);
  const { docs, isLoading, problem } = useQuery(shown ? null : theTask(listId, taskId), source);
  const task = shown ?? docs[0];
  if (task && !task.data().deletedAt) return <TaskDialog task={task} onClose={onClose} />;
  return (
    <Dialog title="Details" onClose={onClose}>
      {isLoading && <Loading />}
      <Refusal problem={problem} />
      {!isLoading && !problem && (
        <p>This task is not here any more. It may be in the bin, or on another list.</p>
      )}
    </Dialog>
  );
}

const theTask = (listId: string, taskId: string) =>
  query(todos.documents.tasks(listId), where(documentId(), "==", taskId), limit(1));
