import { content } from "../../core/backend.ts";
import { usePages } from "../../core/pages.ts";
import { Loading, More, Refusal } from "../../core/ui/index.ts";
import { SiteTitle } from "../ArticleCard.tsx";
import { OpenSite } from "./OpenSite.tsx";

/** The sites that somebody follows, and the way to others. */
export function Following({ uid }: { uid: string }) {
  const follows = usePages(content.documents.followsOf(uid), 20);
  return (
    <aside class="card" aria-labelledby="followed">
      <h2 id="followed">Sites you follow</h2>
      <Refusal problem={follows.problem} />
      {follows.isLoading && <Loading rows={1} />}
      {!follows.isLoading && follows.docs.length === 0 && <p class="muted">None yet.</p>}
      <ul class="stack close">
        {follows.docs.map(({ id }) => (
          <li key={id}>
            <a href={`/studio/${id}/articles`}>
              <SiteTitle siteId={id} />
            </a>
          </li>
        ))}
      </ul>
      <More of={follows} />
      <OpenSite />
    </aside>
  );
}
