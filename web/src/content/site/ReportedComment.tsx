import { doc, limit, query } from "firebase/firestore";
import type { Reported } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Button, Loading, Refusal, TextField } from "../../core/ui/index.ts";
import { count, time } from "../../core/words.ts";
import { articlePath } from "../addresses.ts";
import { REASONS } from "../reasons.ts";

interface ReportedCommentProps {
  siteId: string;
  reported: Reported;
  /** What became of it, in a sentence. */
  onSettled: (said: string) => void;
}

/** A comment that was reported, why, and what an editor makes of it. */
export function ReportedComment({ siteId, reported, onSettled }: ReportedCommentProps) {
  const { articleId, commentId, reports, hidden } = reported;
  const { documents, call } = content;
  const comment = useDocument(doc(documents.comments(siteId, articleId), commentId));
  const article = useDocument(doc(documents.articles(siteId), articleId));
  const why = usePages(query(documents.reports(siteId, articleId, commentId), limit(10)), 10);
  const [reason, setReason] = useState("");
  const settle = useAction(async (action: "show" | "hide") => {
    const about = { siteId, articleId, commentId, reason };
    const text = comment.data?.text ?? "";
    await call.moderateComment(
      action === "hide" ? { ...about, action } : { ...about, action, text },
    );
    onSettled(action === "hide" ? "The comment is hidden." : "The comment stands.");
  });
  if (comment.isLoading) {
    return (
      <li>
        <Loading rows={1} />
      </li>
    );
  }
  return (
    <li class="card">
      <div class="row between">
        <h3>
          On <a href={articlePath(siteId, articleId)}>{article.data?.title ?? "an article"}</a>
        </h3>
        <span class="row">
          <Badge tone="warn">{count(reports, "report")}</Badge>
          {hidden && <Badge tone="bad">Hidden</Badge>}
        </span>
      </div>
      {comment.data ? (
        <blockquote class="said">
          <p class="hint">
            {comment.data.byline} · {time(comment.data.createdAt)}
          </p>
          <p class="written">{comment.data.text}</p>
        </blockquote>
      ) : (
        <p class="muted">It is not there any more.</p>
      )}
      <ul class="stack close hint">
        {why.docs.map((report) => (
          <li key={report.id}>
            {REASONS[report.data().reason]}
            {report.data().note && `: ${report.data().note}`}
          </li>
        ))}
      </ul>
      {comment.data && (
        <>
          <TextField
            label="Why you decide so"
            hint="Optional; only the team of this app sees it."
            maxlength={500}
            value={reason}
            onValue={setReason}
          />
          <Refusal problem={settle.problem} />
          <div class="row">
            <Button isBusy={settle.isBusy} onClick={() => settle.run("show")}>
              Let it stand
            </Button>
            <Button look="danger" isBusy={settle.isBusy} onClick={() => settle.run("hide")}>
              Hide it
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
