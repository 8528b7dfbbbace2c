import { doc } from "firebase/firestore";
import { FileX } from "lucide";
import { useRoute } from "preact-iso";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Empty, LinkButton, Loading, Page } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import "../content.css";
import { Comments } from "./Comments.tsx";
import { FollowButton } from "./FollowButton.tsx";
import { Piece } from "./Piece.tsx";

/** An article with what readers say of it, as it happens. */
export default function ArticlePage() {
  const { siteId = "", articleId = "" } = useRoute().params;
  const { documents } = content;
  const site = useDocument(documents.site(siteId));
  const article = useDocument(doc(documents.articles(siteId), articleId));
  const from = [site.data?.title ?? "Site", `/studio/${siteId}/articles`] as const;
  if (article.isLoading || site.isLoading) {
    return (
      <Page title="Article" from={from}>
        <Loading rows={5} what="Looking for the article" />
      </Page>
    );
  }
  if (!article.data || !site.data) {
    return (
      <Page title="This article is not there" from={from}>
        <Empty icon={FileX} title="It is not published, or not any more">
          <LinkButton href={from[1]}>What else there is to read</LinkButton>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={article.data.title} from={from}>
      <div class="split">
        <div class="stack">
          <Piece siteId={siteId} articleId={articleId} article={article.data} />
          {article.data.kind === "article" && (
            <Comments {...{ siteId, articleId }} site={site.data} article={article.data} />
          )}
        </div>
        <aside class="card" aria-labelledby="site">
          <h2 id="site">
            <a href={from[1]}>{site.data.title}</a>
          </h2>
          {site.data.description && <p>{site.data.description}</p>}
          <p class="hint">{count(site.data.followers, "follower")}</p>
          <div class="row">
            <FollowButton siteId={siteId} />
          </div>
        </aside>
      </div>
    </Page>
  );
}
