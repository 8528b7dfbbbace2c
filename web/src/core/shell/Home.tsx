import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { AppModule } from "../appModule.ts";
import { Icon } from "../ui/Icon.tsx";
import { Page } from "../ui/Page.tsx";

/** What there is. Whoever comes by the link of a mail goes on to where it leads. */
export default function Home({ modules }: { modules: readonly AppModule[] }) {
  const { path, query, route } = useLocation();
  // It is still here while the next page loads.
  const onward = path === "/" ? linkedPath(modules, query) : undefined;
  useEffect(() => {
    if (onward) route(onward, true);
  }, [onward]);
  if (onward) return null;
  return (
    <Page
      title="Start your app from here"
      lead="Each part is a module of one back end: its rules, its functions, its screens. Keep those you need."
    >
      <ul class="tiles">
        {modules
          .flatMap(({ entry }) => entry ?? [])
          .map(({ path, title, icon, about }) => (
            <li key={path} class="card link">
              <Icon of={icon} size={28} />
              <h2>
                <a href={path}>{title}</a>
              </h2>
              <p>{about}</p>
            </li>
          ))}
      </ul>
    </Page>
  );
}

const linkedPath = (
  modules: readonly AppModule[],
  query: Record<string, string>,
): string | undefined =>
  modules
    .flatMap(({ links = {} }) => Object.entries(links))
    .flatMap(([name, pathOf]) => (query[name] ? [pathOf(encodeURIComponent(query[name]))] : []))[0];
