import { arrayRemove, arrayUnion } from "firebase/firestore";
import type { Task } from "kindling-client";
import { X } from "lucide";
import { useState } from "preact/hooks";
import type { Found } from "../../core/live.ts";
import { Button, Check, IconButton, TextField } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { changeTask } from "./changes.ts";

/** So many items a task has. */
const MOST = 50;

/** Steps of a task. Each is added, ticked and taken away by itself, so two people can at once. */
export function Checklist({ task }: { task: Found<Task> }) {
  const { mayWrite, write } = useOpenList();
  const [item, setItem] = useState("");
  const { checklist, checked } = task.data();
  if (!mayWrite && checklist.length === 0) return null;
  const add = () => {
    if (item.trim() !== "") write(changeTask(task, { checklist: arrayUnion(item.trim()) }));
    setItem("");
  };
  const tick = (one: string, isDone: boolean) =>
    write(changeTask(task, { checked: isDone ? arrayUnion(one) : arrayRemove(one) }));
  return (
    <section class="stack close" aria-label="Checklist">
      <h3>Checklist</h3>
      {checklist.length > 0 && (
        <ul class="checklist">
          {checklist.map((one) => (
            <li key={one}>
              <Check
                label={one}
                checked={checked.includes(one)}
                disabled={!mayWrite}
                onChecked={(isDone) => tick(one, isDone)}
              />
              {mayWrite && (
                <IconButton
                  isSmall
                  icon={X}
                  label={`Take “${one}” off the checklist`}
                  onClick={() =>
                    write(
                      changeTask(task, { checklist: arrayRemove(one), checked: arrayRemove(one) }),
                    )
                  }
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && checklist.length < MOST && (
        <form
          class="add-task"
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label="New item of the checklist"
            isLabelHidden
            placeholder="One more step"
            maxlength={200}
            value={item}
            onValue={setItem}
          />
          <Button type="submit">Add</Button>
        </form>
      )}
    </section>
  );
}
