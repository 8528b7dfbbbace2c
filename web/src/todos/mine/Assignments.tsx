import { doc, serverTimestamp, updateDoc } from "firebase/firestore";
import { type Assignment, dayIn } from "kindling-client";
import { useState } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import type { Writing } from "../writing.ts";
import { AssignmentRow } from "./AssignmentRow.tsx";

interface AssignmentsProps {
  assignments: readonly Found<Assignment>[];
  titleOf: (listId: string) => string;
  write: Writing["write"];
  say: (sentence: string, undo: () => void) => void;
}

/** By when they are due. */
export function Assignments({ assignments, titleOf, write, say }: AssignmentsProps) {
  // The server takes away what is done here; until it has, it is not shown.
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const setDoneOf = (id: string, isDone: boolean) =>
    setDone((known) => new Set([...known].filter((one) => one !== id).concat(isDone ? [id] : [])));

  const tick = (assignment: Found<Assignment>, isDone: boolean) => {
    const { listId, taskId } = assignment.data();
    const written = updateDoc(doc(todos.documents.tasks(listId), taskId), {
      completedAt: isDone ? serverTimestamp() : null,
      updatedAt: serverTimestamp(),
    });
    setDoneOf(assignment.id, isDone);
    written.catch(() => setDoneOf(assignment.id, !isDone));
    write(written);
  };

  const today = dayIn();
  const open = assignments.filter(({ id }) => !done.has(id));
  return (
    <>
      {GROUPS.map(({ title, has }) => {
        const group = open.filter((assignment) => has(assignment.data().dueDate, today));
        if (group.length === 0) return null;
        return (
          <section key={title} class="stack close" aria-label={title}>
            <h2>{title}</h2>
            <ul class="tasks">
              {group.map((assignment) => (
                <AssignmentRow
                  key={assignment.id}
                  assignment={assignment.data()}
                  listTitle={titleOf(assignment.data().listId)}
                  onDone={() => {
                    tick(assignment, true);
                    say(`“${assignment.data().title}” is done.`, () => tick(assignment, false));
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {open.length === 0 && <p>All of it is done.</p>}
    </>
  );
}

/** What is due on no day has the day "none", which is later than any. */
const GROUPS = [
  { title: "Overdue", has: (date: string, today: string) => date < today },
  { title: "Today", has: (date: string, today: string) => date === today },
  { title: "Later", has: (date: string, today: string) => date > today && date !== "none" },
  { title: "On no day", has: (date: string) => date === "none" },
];
