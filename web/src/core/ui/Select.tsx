import { type Control, Field } from "./Field.tsx";

interface SelectProps extends Control {
  /** `[value, what it is called]`. */
  options: readonly (readonly [string, string])[];
}

export function Select(props: SelectProps) {
  const { label, hint, wrong, isLabelHidden, value, onValue, options, ...attributes } = props;
  return (
    <Field label={label} hint={hint} wrong={wrong} isLabelHidden={isLabelHidden ?? false}>
      {(wired) => (
        <select
          {...attributes}
          {...wired}
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option} selected={option === value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
