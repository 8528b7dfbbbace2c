import { useLocation } from "preact-iso";

/** Views of the same page beside each other: `[name, path]`. Back leads to the one before. */
export function Choices({
  label,
  choices,
}: {
  label: string;
  choices: readonly (readonly [string, string])[];
}) {
  const { url } = useLocation();
  const [first] = choices;
  const isNamed = choices.some(([, path]) => path === url);
  return (
    <nav class="choices" aria-label={label}>
      {choices.map((choice) => {
        const [name, path] = choice;
        const isHere = path === url || (!isNamed && choice === first);
        return (
          <a key={path} href={path} aria-current={isHere ? "page" : undefined}>
            {name}
          </a>
        );
      })}
    </nav>
  );
}
