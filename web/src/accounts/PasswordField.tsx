import { useState } from "preact/hooks";
import { TextField } from "../core/ui/index.ts";
import "./accounts.css";

interface PasswordFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** One that is chosen now, not one that is known. */
  isNew?: boolean;
}

/** A password, which can be looked at while it is typed. */
export function PasswordField({ label, value, onValue, isNew = false }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div class="password">
      <TextField
        label={label}
        type={isShown ? "text" : "password"}
        autocomplete={isNew ? "new-password" : "current-password"}
        hint={isNew ? "Eight characters or more." : undefined}
        {...(isNew && { minlength: 8, maxlength: 128 })}
        required
        value={value}
        onValue={onValue}
      />
      <button
        type="button"
        aria-label={`${isShown ? "Hide" : "Show"} what is typed`}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? "Hide" : "Show"}
      </button>
    </div>
  );
}
