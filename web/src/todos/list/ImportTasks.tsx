import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../core/action.ts";
import { todos } from "../../core/backend.ts";
import { Field } from "../../core/ui/Field.tsx";
import { Dialog, Form } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { Faults } from "./Faults.tsx";
import { useOpenList } from "./openList.ts";

/** Puts the tasks of a file at the end of the list. */
export function ImportTasks({ onClose }: { onClose: () => void }) {
  const { listId, say } = useOpenList();
  const { requestId, renew } = useRequestId();
  const [file, setFile] = useState<File>();
  const importing = useAction(async (from: File) => {
    const format = /\.json$/i.test(from.name) ? ("json" as const) : ("csv" as const);
    const content = await from.text();
    const { imported } = await todos.call.importTasks({ requestId, listId, format, content });
    say(`${count(imported, "task was", "tasks were")} imported.`);
    onClose();
  });
  return (
    <Dialog title="Import tasks" onClose={onClose}>
      <Form
        submit="Import"
        onSubmit={() => file && importing.run(file)}
        isBusy={importing.isBusy}
        problem={importing.problem}
      >
        <Field
          label="File"
          hint="CSV or JSON, with up to 500 tasks. It needs a column “title”; an export shows what else there may be."
        >
          {(wired) => (
            <input
              {...wired}
              type="file"
              accept=".csv,.json"
              required
              onChange={({ currentTarget }) => {
                setFile(currentTarget.files?.[0]);
                importing.clear();
                renew();
              }}
            />
          )}
        </Field>
        <Faults problem={importing.problem} />
      </Form>
    </Dialog>
  );
}
