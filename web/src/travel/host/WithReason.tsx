import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { Button, Dialog, Form, TextArea } from "../../core/ui/index.ts";

interface WithReasonProps {
  title: string;
  /** What the button says. */
  confirm: string;
  act: (reason: string) => Promise<unknown>;
  onClose: () => void;
  /** What will happen. */
  children: ComponentChildren;
}

/** Asks why, before a guest is told no. */
export function WithReason({ title, confirm, act, onClose, children }: WithReasonProps) {
  const [reason, setReason] = useState("");
  const action = useAction(async () => {
    await act(reason);
    onClose();
  });
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Form
        submit={confirm}
        look="danger"
        onSubmit={() => action.run()}
        isBusy={action.isBusy}
        problem={action.problem}
        beside={<Button onClick={onClose}>Back</Button>}
      >
        <TextArea
          label="A word to the guest"
          hint="You may leave it empty."
          value={reason}
          onValue={setReason}
          rows={3}
          maxlength={500}
        />
      </Form>
    </Dialog>
  );
}
