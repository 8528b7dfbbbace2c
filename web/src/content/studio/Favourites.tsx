import { doc } from "firebase/firestore";
import type { Favorite } from "kindling-client";
import { Heart } from "lucide";
import { content } from "../../core/backend.ts";
import { type Found, useDocument } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { Empty, Loading, More, Refusal } from "../../core/ui/index.ts";
import { ArticleCard } from "../ArticleCard.tsx";

/** The articles that somebody likes, the last first. */
export function Favourites({ uid }: { uid: string }) {
  const favourites = usePages(content.documents.favoritesOf(uid, 10), 10);
  return (
    <section class="stack" aria-labelledby="favourites">
      <h2 id="favourites">Favourites</h2>
      <Refusal problem={favourites.problem} />
      {favourites.isLoading && <Loading what="Looking for your favourites" />}
      {!favourites.isLoading && !favourites.problem && favourites.docs.length === 0 && (
        <Empty icon={Heart} title="You have no favourites yet">
          <p>Press Like under an article, and it stands here.</p>
        </Empty>
      )}
      <ul class="stack">
        {favourites.docs.map((favourite) => (
          <Favourite key={favourite.id} favourite={favourite} />
        ))}
      </ul>
      <More of={favourites} />
    </section>
  );
}

function Favourite({ favourite }: { favourite: Found<Favorite> }) {
  const { siteId, articleId } = favourite.data();
  const article = useDocument(doc(content.documents.articles(siteId), articleId));
  if (article.isLoading) {
    return (
      <li>
        <Loading rows={1} />
      </li>
    );
  }
  if (!article.data) return <li class="card muted">An article that is not published any more.</li>;
  const publishedAt = article.data.firstPublishedAt.toDate();
  return <ArticleCard id={articleId} article={{ ...article.data, publishedAt }} isSiteShown />;
}
