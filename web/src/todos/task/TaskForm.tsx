import type { Task } from "kindling-client";
import { useState } from "preact/hooks";
import type { Found } from "../../core/live.ts";
import { Form, Select, TextArea, TextField } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { changeTask } from "./changes.ts";
import { PRIORITIES } from "./priorities.ts";
import { changesOf, draftOf, labelsProblem, type TaskDraft } from "./taskDraft.ts";
import { WhenFields } from "./WhenFields.tsx";

interface TaskFormProps {
  task: Found<Task>;
  onSaved: () => void;
}

/** What a task is. Saves what was changed here, beside what others change meanwhile. */
export function TaskForm({ task, onSaved }: TaskFormProps) {
  const { list, uid, nameOf, write } = useOpenList();
  const [before] = useState(() => draftOf(task.data(), uid));
  const [draft, setDraft] = useState(before);
  const set = (changes: Partial<TaskDraft>) => setDraft((known) => ({ ...known, ...changes }));
  const workers = list.memberIds.filter((member) => list.roles[member] !== "reader");
  const wrongLabels = labelsProblem(draft.labels);
  const save = () => {
    if (wrongLabels) return;
    const changes = changesOf(draft, before, task.data(), uid);
    if (Object.keys(changes).length > 0) write(changeTask(task, changes));
    onSaved();
  };
  return (
    <Form submit="Save" onSubmit={save} isBusy={false} problem={undefined}>
      <TextField
        label="Title"
        value={draft.title}
        onValue={(title) => set({ title })}
        maxlength={200}
        pattern=".*\S.*"
        required
      />
      <TextArea
        label="Notes"
        rows={3}
        maxlength={10_000}
        value={draft.notes}
        onValue={(notes) => set({ notes })}
      />
      <WhenFields task={task.data()} draft={draft} set={set} />
      <div class="pair">
        <Select
          label="Who does it"
          value={draft.assigneeId}
          onValue={(assigneeId) => set({ assigneeId })}
          options={[["", "Nobody yet"], ...workers.map((one) => [one, nameOf(one)] as const)]}
        />
        <Select
          label="Priority"
          value={draft.priority}
          onValue={(priority) => set({ priority })}
          options={PRIORITIES.map((name, priority) => [String(priority), name] as const)}
        />
      </div>
      <TextField
        label="Labels"
        hint="Words with blanks between: errands food"
        wrong={wrongLabels}
        value={draft.labels}
        onValue={(labels) => set({ labels })}
      />
    </Form>
  );
}
