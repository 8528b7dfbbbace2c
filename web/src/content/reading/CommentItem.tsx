import type { ArticleComment } from "kindling-client";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Found } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { Button } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { EditComment } from "./EditComment.tsx";
import { HideComment } from "./HideComment.tsx";
import { ReportDialog } from "./ReportDialog.tsx";
import { TakeBackComment } from "./TakeBackComment.tsx";
import type { Place } from "./ThreadItem.tsx";

interface CommentItemProps extends Place {
  comment: Found<ArticleComment>;
  children?: ComponentChildren;
}

/** What somebody has said, and what whoever reads it can do about it. */
export function CommentItem({ comment, children, ...at }: CommentItemProps) {
  const { user, isGuest, isVerified } = useSession();
  const [doing, setDoing] = useState<"edit" | "takeBack" | "report" | "hide">();
  const { text, byline, authorId, createdAt, updatedAt } = comment.data();
  const isMine = user?.uid === authorId;
  const isEdited = updatedAt.toMillis() > createdAt.toMillis();
  const about = { ...at, comment, onClose: () => setDoing(undefined) };
  const button = (what: NonNullable<typeof doing>, name: string) => (
    <Button isSmall look="quiet" onClick={() => setDoing(what)}>
      {name}
      <span class="hidden-label"> what {byline} said</span>
    </Button>
  );
  return (
    <article class="comment" aria-busy={comment.metadata.hasPendingWrites}>
      <p class="hint">
        <span class="strong">{byline}</span> · {time(createdAt)}
        {isEdited && " · edited"}
        {comment.metadata.hasPendingWrites && " · sending …"}
      </p>
      {doing === "edit" ? <EditComment {...about} /> : <p class="written">{text}</p>}
      <div class="row">
        {children}
        {isMine && doing !== "edit" && button("edit", "Edit")}
        {isMine && button("takeBack", "Take back")}
        {!isMine && user && !isGuest && isVerified && button("report", "Report")}
        {!isMine && at.isEditor && button("hide", "Hide")}
      </div>
      {doing === "takeBack" && <TakeBackComment {...about} />}
      {doing === "report" && <ReportDialog {...about} />}
      {doing === "hide" && <HideComment {...about} />}
    </article>
  );
}
