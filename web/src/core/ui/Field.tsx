import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";

interface Labelled {
  label: string;
  /** What to fill in, under the field. */
  hint?: string | undefined;
  /** What is wrong with it, and what to do. */
  wrong?: string | undefined;
  /** The label is for readers of the screen alone. */
  isLabelHidden?: boolean;
}

type Wired = {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
};

/** A label, a control, and what is said of them, tied together. */
export function Field({
  label,
  hint,
  wrong,
  isLabelHidden,
  children,
}: Labelled & { children: (wired: Wired) => ComponentChildren }) {
  const id = useId();
  const said = wrong ?? hint;
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? "hidden-label" : undefined}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": said ? `${id}-said` : undefined,
        "aria-invalid": wrong ? true : undefined,
      })}
      {said && (
        <p id={`${id}-said`} class={wrong ? "wrong" : "hint"} aria-live="polite">
          {said}
        </p>
      )}
    </div>
  );
}

export interface Control extends Labelled {
  value: string;
  onValue: (value: string) => void;
  name?: string;
  required?: boolean;
  disabled?: boolean;
}

interface TextFieldProps extends Control {
  type?:
    | "text"
    | "email"
    | "password"
    | "search"
    | "date"
    | "time"
    | "datetime-local"
    | "number"
    | "url"
    | "tel";
  autocomplete?: string;
  inputmode?: "text" | "numeric" | "decimal" | "email" | "search" | "url" | "tel";
  placeholder?: string;
  minlength?: number;
  maxlength?: number;
  min?: string;
  max?: string;
  step?: string;
  pattern?: string;
  /** The id of a `datalist`. */
  list?: string;
  onBlur?: () => void;
}

interface TextAreaProps extends Control {
  rows?: number;
  minlength?: number;
  maxlength?: number;
  placeholder?: string;
  onBlur?: () => void;
}

export function TextField(props: TextFieldProps) {
  const { label, hint, wrong, isLabelHidden, value, onValue, ...attributes } = props;
  return (
    <Field label={label} hint={hint} wrong={wrong} isLabelHidden={isLabelHidden ?? false}>
      {(wired) => (
        <input
          {...(attributes as InputHTMLAttributes)}
          {...wired}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea(props: TextAreaProps) {
  const { label, hint, wrong, isLabelHidden, value, onValue, ...attributes } = props;
  return (
    <Field label={label} hint={hint} wrong={wrong} isLabelHidden={isLabelHidden ?? false}>
      {(wired) => (
        <textarea
          rows={4}
          {...attributes}
          {...wired}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
