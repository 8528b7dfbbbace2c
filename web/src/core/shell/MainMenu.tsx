import { useLocation } from "preact-iso";
import type { AppModule } from "../appModule.ts";
import { Icon } from "../ui/Icon.tsx";

/** The modules: beside each other under the header, on a phone under the thumb. */
export function MainMenu({ modules }: { modules: readonly AppModule[] }) {
  const { path } = useLocation();
  return (
    <nav class="main-menu" aria-label="Main">
      {modules
        .flatMap(({ entry }) => entry ?? [])
        .map((entry) => (
          <a
            key={entry.path}
            href={entry.path}
            aria-current={path.startsWith(entry.path) ? "page" : undefined}
          >
            <Icon of={entry.icon} /> {entry.title}
          </a>
        ))}
    </nav>
  );
}
