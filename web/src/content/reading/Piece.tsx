import type { Article } from "kindling-client";
import { Badge } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { publicPath } from "../addresses.ts";
import { LikeButton } from "./LikeButton.tsx";

interface PieceProps {
  siteId: string;
  articleId: string;
  article: Article;
}

/** What an article says. */
export function Piece({ siteId, articleId, article }: PieceProps) {
  const { byline, firstPublishedAt, cover, html, tags, likes, slug, kind } = article;
  return (
    <article class="stack piece">
      {kind === "article" && (
        <p class="muted">
          {day(firstPublishedAt)} · {byline}
        </p>
      )}
      {cover && <img class="cover" src={cover.url} alt={cover.alt} />}
      <div
        class="prose"
        // Sanitised when it was published.
        dangerouslySetInnerHTML={{ __html: linkedOutside(html, siteId) }}
      />
      {tags.length > 0 && (
        <p class="row">
          {tags.map((tag) => (
            <a key={tag} href={`/studio/${siteId}/articles?tag=${tag}`}>
              <Badge>{tag}</Badge>
            </a>
          ))}
        </p>
      )}
      <div class="row">
        <LikeButton siteId={siteId} articleId={articleId} likes={likes} />
        <a href={publicPath(siteId, slug)} target="_blank" rel="noopener">
          Public page
        </a>
      </div>
    </article>
  );
}

/** Links within a site ("/about") lead to its public pages. The sanitiser writes them so, and nothing else. */
const linkedOutside = (html: string, siteId: string): string =>
  html.replace(/<a href="(\/[^"]*)"/g, (_, path: string) => `<a href="/sites/${siteId}${path}"`);
