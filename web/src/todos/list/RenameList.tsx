import { useState } from "preact/hooks";
import { Dialog, Form, TextField } from "../../core/ui/index.ts";
import { changeList } from "./changes.ts";
import { useOpenList } from "./openList.ts";

export function RenameList({ onClose }: { onClose: () => void }) {
  const { list, listId, write } = useOpenList();
  const [title, setTitle] = useState(list.title);
  return (
    <Dialog title="Rename the list" onClose={onClose}>
      <Form
        submit="Rename"
        isBusy={false}
        problem={undefined}
        onSubmit={() => {
          write(changeList(listId, { title: title.trim() }));
          onClose();
        }}
      >
        <TextField
          label="Title"
          value={title}
          onValue={setTitle}
          maxlength={120}
          pattern=".*\S.*"
          required
        />
      </Form>
    </Dialog>
  );
}
