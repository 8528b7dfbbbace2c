import type { AppModule } from "../appModule.ts";
import { Icon } from "../ui/Icon.tsx";
import { Page } from "../ui/Page.tsx";

/** What there is. */
export default function Home({ modules }: { modules: readonly AppModule[] }) {
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
