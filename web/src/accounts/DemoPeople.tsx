import { local } from "../core/local.ts";
import { Button } from "../core/ui/index.ts";

/** On a developer's machine: the people of the demo, each a click away. */
export function DemoPeople({ onChosen }: { onChosen: (email: string, password: string) => void }) {
  if (!local) return null;
  const { people, password } = local;
  return (
    <section class="stack close" aria-label="People of the demo">
      <p class="hint">On this machine, as somebody of the demo:</p>
      <div class="row">
        {people.map(({ email, displayName }) => (
          <Button key={email} isSmall onClick={() => onChosen(email, password)}>
            {displayName}
          </Button>
        ))}
      </div>
    </section>
  );
}
