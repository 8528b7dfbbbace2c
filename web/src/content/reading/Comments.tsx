import { doc, updateDoc } from "firebase/firestore";
import type { Article, Site } from "kindling-client";
import { useState } from "preact/hooks";
import { content } from "../../core/backend.ts";
import { type Problem, problemOf } from "../../core/problem.ts";
import { Button, Check, Loading, Refusal } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { Say } from "./Say.tsx";
import { ThreadItem } from "./ThreadItem.tsx";
import { threadsOf } from "./threads.ts";
import { useComments } from "./useComments.ts";
import { useIsEditor } from "./useIsEditor.ts";

interface CommentsProps {
  siteId: string;
  articleId: string;
  site: Site;
  article: Article;
}

/** What readers say of an article, with what is said meanwhile. */
export function Comments({ siteId, articleId, site, article }: CommentsProps) {
  const { comments, isLoading, problem, hasMore, showMore } = useComments(siteId, articleId);
  const isEditor = useIsEditor(siteId);
  const isOpen = site.comments.open && article.commentsOpen;
  const at = { siteId, articleId, isOpen, isEditor };
  return (
    <section class="stack piece" aria-labelledby="comments">
      <h2 id="comments">
        {article.comments > 0 ? count(article.comments, "comment") : "Comments"}
      </h2>
      {isEditor && site.comments.open && <OpenOrClosed {...at} isOpen={article.commentsOpen} />}
      <Refusal problem={problem} />
      {isLoading && <Loading what="Looking what was said" />}
      {!isLoading && !problem && comments.length === 0 && (
        <p class="muted">Nobody has said anything yet.</p>
      )}
      {!isLoading && (
        <ol class="stack" aria-live="polite" aria-relevant="additions">
          {threadsOf(comments).map((thread) => (
            <ThreadItem key={thread.id} {...at} thread={thread} />
          ))}
        </ol>
      )}
      {hasMore && (
        <div class="row center">
          <Button onClick={showMore}>Show more</Button>
        </div>
      )}
      {isOpen ? <Say {...at} /> : <p class="muted">Comments are closed here.</p>}
    </section>
  );
}

function OpenOrClosed(props: { siteId: string; articleId: string; isOpen: boolean }) {
  const { siteId, articleId, isOpen } = props;
  const [problem, setProblem] = useState<Problem>();
  const open = (commentsOpen: boolean) => {
    setProblem(undefined);
    const article = doc(content.documents.articles(siteId), articleId);
    updateDoc(article, { commentsOpen }).catch((error) => setProblem(problemOf(error)));
  };
  return (
    <>
      <Check label="Readers may comment on this article" checked={isOpen} onChecked={open} />
      <Refusal problem={problem} />
    </>
  );
}
