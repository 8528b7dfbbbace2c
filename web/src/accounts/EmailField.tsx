import { TextField } from "../core/ui/index.ts";

interface EmailFieldProps {
  label?: string;
  value: string;
  onValue: (value: string) => void;
}

/** An address that an account is known by. */
export const EmailField = ({ label = "E-mail address", value, onValue }: EmailFieldProps) => (
  <TextField
    label={label}
    type="email"
    autocomplete="username"
    maxlength={254}
    required
    value={value}
    onValue={onValue}
  />
);
