import type { Article } from "kindling-client";
import { content } from "../core/backend.ts";
import { useDocument } from "../core/live.ts";
import { Badge } from "../core/ui/index.ts";
import { count, day } from "../core/words.ts";
import { articlePath } from "./addresses.ts";

type Shown = Pick<
  Article,
  "siteId" | "title" | "summary" | "tags" | "byline" | "likes" | "comments"
> & { publishedAt: Date };

/** An article in a list, and how it was taken. */
export function ArticleCard({
  id,
  article,
  isSiteShown = false,
}: {
  id: string;
  article: Shown;
  isSiteShown?: boolean;
}) {
  const { siteId, title, summary, tags, byline, likes, comments, publishedAt } = article;
  return (
    <li class="card link">
      <p class="hint">
        {isSiteShown && (
          <>
            <SiteTitle siteId={siteId} /> ·{" "}
          </>
        )}
        {day(publishedAt)} · {byline}
      </p>
      <h3>
        <a href={articlePath(siteId, id)}>{title}</a>
      </h3>
      {summary && <p class="clamped">{summary}</p>}
      <div class="row between">
        <span class="row">
          {tags.map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
        </span>
        <span class="hint">
          {count(likes, "like")} · {count(comments, "comment")}
        </span>
      </div>
    </li>
  );
}

/** The title of a site, or its address as long as that is all that is known. */
export function SiteTitle({ siteId }: { siteId: string }) {
  const site = useDocument(content.documents.site(siteId));
  return <>{site.data?.title ?? siteId}</>;
}
