import type { ComponentChildren } from "preact";
import type { Problem } from "../problem.ts";
import { Button, type Look } from "./Button.tsx";
import { Refusal } from "./Refusal.tsx";

interface FormProps {
  /** What the button says: a verb. */
  submit: string;
  onSubmit: () => void;
  isBusy: boolean;
  problem: Problem | undefined;
  look?: Look;
  /** Beside the button. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}

/** Fields, a button, and why it did not work. Enter sends it; what is missing the browser says. */
export function Form({ submit, onSubmit, isBusy, problem, look, beside, children }: FormProps) {
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit();
      }}
    >
      {children}
      <Refusal problem={problem} />
      <div class="row">
        <Button type="submit" look={look ?? "primary"} isBusy={isBusy}>
          {submit}
        </Button>
        {beside}
      </div>
    </form>
  );
}
