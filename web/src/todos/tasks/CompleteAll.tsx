import type { Task } from "kindling-client";
import { CheckCheck } from "lucide";
import { useRef, useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { Button, Confirm } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { useOpenList } from "../list/openList.ts";
import { useKeepFocus } from "./keepFocus.ts";

/** Completes what is shown. Asks, since that many are not opened again with one click. */
export function CompleteAll({ tasks }: { tasks: readonly Found<Task>[] }) {
  const { listId, write, say } = useOpenList();
  const [asks, setAsks] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  useKeepFocus(row);
  const all = count(tasks.length, "task");
  const complete = useAction(async () => {
    const ids = tasks.map(({ id }) => id);
    // Not waited for: offline it goes out later.
    write(todos.completeTasks(listId, ids));
    say(`${all} done.`);
  });
  return (
    <div class="row" ref={row}>
      <Button isSmall icon={CheckCheck} onClick={() => setAsks(true)}>
        Complete {all}
      </Button>
      {asks && (
        <Confirm
          title={`Complete ${all}`}
          confirm="Complete"
          keep="Leave them open"
          action={complete}
          onClose={() => setAsks(false)}
        >
          <p>You find them under “Done”. What repeats comes again on its next day.</p>
        </Confirm>
      )}
    </div>
  );
}
