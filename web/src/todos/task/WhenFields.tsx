import type { Task } from "kindling-client";
import { TextField } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { useOpenList } from "../list/openList.ts";
import { zoneHere } from "./dueWords.ts";
import { RepeatFields } from "./RepeatFields.tsx";
import { localMoment, type TaskDraft } from "./taskDraft.ts";

interface WhenFieldsProps {
  task: Task;
  draft: TaskDraft;
  set: (changes: Partial<TaskDraft>) => void;
}

/** When it is due, whether it comes again, and who is written to. */
export function WhenFields({ task, draft, set }: WhenFieldsProps) {
  const { uid, nameOf } = useOpenList();
  const zone = task.due?.zone ?? zoneHere();
  const { reminder } = task;
  const other = reminder && reminder.uid !== uid && reminder.state === "waiting" ? reminder : null;
  return (
    <>
      <div class="pair">
        <TextField
          label="Due on"
          type="date"
          min="2000-01-01"
          max="2099-12-31"
          value={draft.date}
          onValue={(date) => set({ date })}
        />
        <TextField
          label="At"
          type="time"
          hint={zone === zoneHere() ? undefined : `By the clocks of ${zone}.`}
          disabled={draft.date === ""}
          value={draft.time}
          onValue={(at) => set({ time: at })}
        />
      </div>
      {draft.date !== "" && !task.completedAt && (
        <RepeatFields repeat={draft.repeat} onRepeat={(repeat) => set({ repeat })} />
      )}
      <TextField
        label="Send me a mail at"
        type="datetime-local"
        min={localMoment(new Date())}
        hint={
          other
            ? `${nameOf(other.uid)} is reminded on ${time(other.at)}. A reminder of yours takes its place.`
            : undefined
        }
        value={draft.remindAt}
        onValue={(remindAt) => set({ remindAt })}
      />
    </>
  );
}
