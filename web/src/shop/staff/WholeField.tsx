import { TextField } from "../../core/ui/index.ts";

interface WholeFieldProps {
  label: string;
  hint?: string;
  value: string;
  onValue: (value: string) => void;
  least: number;
  most: number;
  /** Empty is an answer as well. */
  isOptional?: boolean;
}

/** A field for a whole number. The browser says what is none, or too much. */
export function WholeField({ least, most, isOptional = false, ...field }: WholeFieldProps) {
  return (
    <TextField
      {...field}
      type="number"
      inputmode="numeric"
      step="1"
      min={String(least)}
      max={String(most)}
      required={!isOptional}
    />
  );
}
