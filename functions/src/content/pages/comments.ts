import { countOf, dayOf } from "./language.ts";
import { html, type Markup } from "./markup.ts";
import type { ArticleView, CommentView, SiteView } from "./views.ts";

/** A comment and the answers to it. */
export interface Thread {
  /** Undefined where it is not there any more, or not to be seen. */
  comment: CommentView | undefined;
  answers: CommentView[];
}

/** Comments with their answers under them, oldest first. What is hidden is not among them. */
export function threadsOf(comments: readonly CommentView[]): Thread[] {
  const shown = comments
    .filter(({ comment }) => comment.hidden === null)
    .sort((one, other) => one.comment.createdAt.toMillis() - other.comment.createdAt.toMillis());
  const threads = new Map<string, Thread>();
  const threadOf = (id: string) => {
    const thread = threads.get(id) ?? { comment: undefined, answers: [] };
    threads.set(id, thread);
    return thread;
  };
  for (const view of shown) {
    const { replyTo } = view.comment;
    if (replyTo === null) threadOf(view.id).comment = view;
    else threadOf(replyTo).answers.push(view);
  }
  return [...threads.values()];
}

/** What readers have said; nothing where there is nothing and nothing can be said. */
export function comments(
  { site }: SiteView,
  { article }: ArticleView,
  views: readonly CommentView[],
): Markup | false {
  const threads = threadsOf(views);
  if (threads.length === 0 && !(article.commentsOpen && article.kind === "article")) return false;
  const count = Math.max(article.comments, 0);
  return html`<section class="comments" aria-labelledby="comments">
<h2 id="comments">${count === 0 ? "Comments" : countOf(count, "comment", site.language)}</h2>
${threads.length === 0 ? html`<p class="meta">Nobody has said anything yet.</p>` : listOf(threads, site.language)}
${!article.commentsOpen && html`<p class="meta">Comments are closed.</p>`}
</section>`;
}

const listOf = (threads: readonly Thread[], language: string): Markup => html`<ol>${threads.map(
  ({ comment, answers }) => html`
<li>${comment ? said(comment, language) : html`<p class="gone">A comment that is not there any more</p>`}
${answers.length > 0 && html`<ol>${answers.map((answer) => html`<li>${said(answer, language)}</li>`)}</ol>`}</li>`,
)}
</ol>`;

const said = (
  { id, comment }: CommentView,
  language: string,
): Markup => html`<article id="comment-${id}">
<p class="meta"><b>${comment.byline}</b> · ${dayOf(comment.createdAt, language)}</p>
<p>${comment.text.split(/\r\n?|\n/).map((line, index) => [index > 0 && html`<br>`, line])}</p>
</article>`;
