import { BookOpen } from "lucide";
import { useLocation, useRoute } from "preact-iso";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { Empty, LinkButton, Loading, More, Page, Refusal } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { ArticleCard } from "../ArticleCard.tsx";
import { publicPath } from "../addresses.ts";
import { Choices } from "../Choices.tsx";
import "../content.css";
import { FollowButton } from "./FollowButton.tsx";

const PAGE_SIZE = 20;

/** What a site has published, for readers. */
export default function Articles() {
  const { siteId = "" } = useRoute().params;
  const { tag } = useLocation().query;
  const { documents } = content;
  const site = useDocument(documents.site(siteId));
  const tags = usePages(documents.tagsOf(siteId, 8), 8);
  const articles = usePages(
    tag
      ? documents.articlesTagged(siteId, tag, PAGE_SIZE)
      : documents.newestArticles(siteId, PAGE_SIZE),
    PAGE_SIZE,
  );
  if (!site.isLoading && (!site.data || site.data.deletedAt)) return <NoSite siteId={siteId} />;
  const path = `/studio/${siteId}/articles`;
  return (
    <Page
      title={site.data?.title ?? "Site"}
      lead={site.data?.description}
      from={["Sites", "/studio?show=feed"]}
      actions={
        site.data && (
          <>
            <span class="hint">{count(site.data.followers, "follower")}</span>
            <FollowButton siteId={siteId} />
          </>
        )
      }
    >
      {tags.docs.length > 0 && (
        <Choices
          label="Tags"
          choices={[
            ["All articles", path],
            ...tags.docs.map(({ id }) => [id, `${path}?tag=${id}`] as const),
          ]}
        />
      )}
      <Refusal problem={articles.problem} />
      {articles.isLoading && <Loading rows={4} what="Looking for articles" />}
      {!articles.isLoading && !articles.problem && articles.docs.length === 0 && (
        <Empty icon={BookOpen} title="Nothing has come out yet">
          <p>Follow the site to see it when it does.</p>
        </Empty>
      )}
      <section class="stack" aria-label="Articles">
        <h2 class="hidden-label">Articles</h2>
        <ul class="tiles wide">
          {articles.docs.map((article) => (
            <ArticleCard
              key={article.id}
              id={article.id}
              article={{
                ...article.data(),
                publishedAt: article.data().firstPublishedAt.toDate(),
              }}
            />
          ))}
        </ul>
      </section>
      <More of={articles} />
      <p>
        <a href={publicPath(siteId)} target="_blank" rel="noopener">
          The site's public page
        </a>
      </p>
    </Page>
  );
}

function NoSite({ siteId }: { siteId: string }) {
  return (
    <Page title="There is no such site" from={["Sites", "/studio"]}>
      <Empty icon={BookOpen} title={`Nobody has a site at “${siteId}”`}>
        <p>Look at its address again.</p>
        <LinkButton href="/studio?show=feed">Sites you follow</LinkButton>
      </Empty>
    </Page>
  );
}
