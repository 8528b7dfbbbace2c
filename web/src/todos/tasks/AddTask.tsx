import { doc, setDoc } from "firebase/firestore";
import { newTask, type TaskDraft } from "kindling-client";
import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import { Button, TextField } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";

interface AddTaskProps {
  /** What it has beside its title. */
  draft: Partial<TaskDraft>;
  onAdded: () => void;
}

/** Adds a task to the end of the list. Enter does, and the next one can be written at once. */
export function AddTask({ draft, onAdded }: AddTaskProps) {
  const { listId, uid, write } = useOpenList();
  const [title, setTitle] = useState("");
  const add = () => {
    if (title.trim() === "") return;
    const task = newTask(uid, { ...draft, title: title.trim() });
    write(setDoc(doc(todos.documents.tasks(listId)), task));
    setTitle("");
    onAdded();
  };
  return (
    <form
      class="add-task"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        label="New task"
        isLabelHidden
        placeholder="What is to be done?"
        maxlength={200}
        value={title}
        onValue={setTitle}
      />
      <Button type="submit" look="primary" icon={Plus}>
        Add
      </Button>
    </form>
  );
}
