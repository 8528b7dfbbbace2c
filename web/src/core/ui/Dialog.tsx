import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Action } from "../action.ts";
import { Button } from "./Button.tsx";
import { Refusal } from "./Refusal.tsx";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A window over the page: Escape closes it, and the keyboard stays in it meanwhile. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    // Back to where the keyboard was: the browser sees to that only where Escape closes it.
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onClose}>
      <div class="title">
        <h2 id={id}>{title}</h2>
        <Button look="quiet" onClick={onClose}>
          Close
        </Button>
      </div>
      {children}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  /** What will happen. */
  children: ComponentChildren;
  /** What the button says: the same verb as the title. */
  confirm: string;
  /** What the other button says. */
  keep?: string;
  action: Action<[]>;
  onClose: () => void;
}

/** Asks before what can't be undone. Closes once it is done. */
export function Confirm(props: ConfirmProps) {
  const { title, children, confirm, keep = "Keep it", action, onClose } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Refusal problem={action.problem} />
      <div class="row end">
        <Button onClick={onClose}>{keep}</Button>
        <Button
          look="danger"
          isBusy={action.isBusy}
          onClick={async () => {
            if (await action.run()) onClose();
          }}
        >
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
