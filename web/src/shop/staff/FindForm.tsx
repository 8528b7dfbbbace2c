import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { Button, Refusal, TextField } from "../../core/ui/index.ts";

interface FindFormProps {
  /** What is to be typed in. */
  label: string;
  begin?: string;
  onFind: (wanted: string) => Promise<void>;
}

/** A field for what somebody has at hand, and the button that leads there. */
export function FindForm({ label, begin = "", onFind }: FindFormProps) {
  const [typed, setTyped] = useState(begin);
  const find = useAction(() => onFind(typed.trim()));
  return (
    <search>
      <form
        class="stack close"
        onSubmit={(event) => {
          event.preventDefault();
          find.run();
        }}
      >
        <div class="finding">
          <TextField label={label} type="search" required value={typed} onValue={setTyped} />
          <Button type="submit" isBusy={find.isBusy}>
            Find
          </Button>
        </div>
        <Refusal problem={find.problem} />
      </form>
    </search>
  );
}
