import type { Modules } from "kindling-client";
import { Rss } from "lucide";
import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Button, Empty, Loading, Refusal } from "../../core/ui/index.ts";
import { ArticleCard } from "../ArticleCard.tsx";
import { Following } from "./Following.tsx";

type FeedPage = Awaited<ReturnType<Modules["content"]["readFeed"]>>;

/** The newest articles of the sites that somebody follows. */
export function Feed({ uid }: { uid: string }) {
  const [feed, setFeed] = useState<FeedPage>();
  const read = useAction(async () => {
    const last = feed?.articles.at(-1);
    const after = last && { siteId: last.siteId, articleId: last.articleId };
    const next = await content.call.readFeed(after ? { after } : {});
    setFeed({ ...next, articles: [...(feed?.articles ?? []), ...next.articles] });
  });
  useEffect(() => {
    read.run();
  }, []);
  return (
    <div class="split">
      <section class="stack" aria-labelledby="feed" aria-busy={read.isBusy}>
        <h2 id="feed">New from sites you follow</h2>
        {!feed && !read.problem && <Loading rows={4} what="Looking what is new" />}
        <Refusal problem={read.problem}>
          <Button isSmall onClick={() => read.run()}>
            Try again
          </Button>
        </Refusal>
        {feed?.articles.length === 0 && (
          <Empty icon={Rss} title="Nothing here yet">
            <p>Follow a site, and what it publishes stands here.</p>
          </Empty>
        )}
        <ul class="stack">
          {feed?.articles.map((article) => (
            <ArticleCard
              key={`${article.siteId}.${article.articleId}`}
              id={article.articleId}
              article={{ ...article, publishedAt: new Date(article.firstPublishedAt) }}
              isSiteShown
            />
          ))}
        </ul>
        {feed?.hasMore && (
          <div class="row center">
            <Button isBusy={read.isBusy} onClick={() => read.run()}>
              Show more
            </Button>
          </div>
        )}
      </section>
      <Following uid={uid} />
    </div>
  );
}
