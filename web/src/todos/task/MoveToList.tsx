import type { Task } from "kindling-client";
import { ArrowRightLeft } from "lucide";
import { useState } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import { type Found, useQuery } from "../../core/live.ts";
import { Button, Form, Loading, Refusal, Select } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { mayWrite } from "../list/roles.ts";

interface MoveToListProps {
  task: Found<Task>;
  onMoved: () => void;
}

/** Which lists there are is asked once somebody wants to know. */
export function MoveToList(props: MoveToListProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <Choice {...props} />;
  return (
    <div class="row">
      <Button isSmall icon={ArrowRightLeft} onClick={() => setOpen(true)}>
        Move to another list
      </Button>
    </div>
  );
}

function Choice({ task, onMoved }: MoveToListProps) {
  const { listId, uid, write, say } = useOpenList();
  const { docs, isLoading, problem } = useQuery(todos.documents.listsOf(uid));
  const others = docs.filter((list) => list.id !== listId && mayWrite(list.data(), uid));
  const [chosen, setChosen] = useState("");
  const target = others.find(({ id }) => id === chosen) ?? others[0];
  if (isLoading) return <Loading rows={1} />;
  if (problem) return <Refusal problem={problem} />;
  if (!target) return <p class="hint">There is no other list that you may change.</p>;
  const move = () => {
    write(todos.moveTask(task, target.id));
    say(`“${task.data().title}” is on the list “${target.data().title}” now.`);
    onMoved();
  };
  return (
    <Form submit="Move" look="plain" isBusy={false} problem={undefined} onSubmit={move}>
      <Select
        label="To the end of"
        value={target.id}
        onValue={setChosen}
        options={others.map((list) => [list.id, list.data().title] as const)}
      />
    </Form>
  );
}
