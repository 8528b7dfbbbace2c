import { useLocation } from "preact-iso";

interface ChoiceProps<Key extends string> {
  /** What is chosen, for readers of the screen: "Which mails". */
  label: string;
  /** `[key, what it is called]`. */
  options: readonly (readonly [Key, string])[];
  chosen: Key;
}

/** Which part of a list to show. It stands in the address: going back goes back. */
export function Choice<Key extends string>({ label, options, chosen }: ChoiceProps<Key>) {
  const { path } = useLocation();
  return (
    <nav class="row staff-choice" aria-label={label}>
      {options.map(([key, name]) => (
        <a
          key={key}
          class="button small"
          href={`${path}?show=${key}`}
          aria-current={key === chosen ? "true" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

/** The key that the address names; the first, where it names none that there is. */
export function useChosen<Key extends string>(
  options: readonly [readonly [Key, string], ...(readonly [Key, string])[]],
): Key {
  const { query } = useLocation();
  return (options.find(([key]) => key === query.show) ?? options[0])[0];
}
