import type { ComponentProps } from "preact";
import { useEffect, useState } from "preact/hooks";
import { TextField } from "../../core/ui/index.ts";

interface CheckedFieldProps extends ComponentProps<typeof TextField> {
  isRight: (value: string) => boolean;
  /** What is said while it is not right. */
  wrong: string;
}

/** A field that hands on only what is right: what is not stays in it, and is not saved. */
export function CheckedField({ isRight, wrong, value, onValue, ...field }: CheckedFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextField
      {...field}
      value={typed}
      wrong={isRight(typed) ? undefined : wrong}
      onValue={(text) => {
        setTyped(text);
        if (isRight(text)) onValue(text);
      }}
    />
  );
}
