import type { Draft } from "kindling-client";
import { time } from "../../core/words.ts";
import { articlePath, publicPath } from "../addresses.ts";

interface LiveProps {
  siteId: string;
  draftId: string;
  live: NonNullable<Draft["live"]>;
}

/** What readers see of a draft, and where. */
export function Live({ siteId, draftId, live }: LiveProps) {
  return (
    <div class="stack close">
      <p class="muted">Readers see what was published on {time(live.at)}.</p>
      <p class="row">
        <a href={publicPath(siteId, live.slug)} target="_blank" rel="noopener">
          Public page
        </a>
        <a href={articlePath(siteId, draftId)}>What readers say</a>
      </p>
    </div>
  );
}
