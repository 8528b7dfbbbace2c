import { doc, setDoc } from "firebase/firestore";
import { newList } from "kindling-client";
import { Plus } from "lucide";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { todos } from "../core/backend.ts";
import { Button, Refusal, TextField } from "../core/ui/index.ts";
import { useWriting } from "./writing.ts";

/** Makes a list, and goes there: it is there at once, also offline. */
export function NewList({ uid }: { uid: string }) {
  const { route } = useLocation();
  const { write, problem } = useWriting();
  const [title, setTitle] = useState("");
  const make = () => {
    if (title.trim() === "") return;
    const list = doc(todos.documents.lists);
    write(setDoc(list, newList(uid, title.trim())));
    route(`/todos/${list.id}`);
  };
  return (
    <>
      <form
        class="add-task"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <TextField
          label="Title of a new list"
          isLabelHidden
          placeholder="Title of a new list"
          maxlength={120}
          required
          value={title}
          onValue={setTitle}
        />
        <Button type="submit" look="primary" icon={Plus}>
          Make a list
        </Button>
      </form>
      <Refusal problem={problem} />
    </>
  );
}
