import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Confirm } from "../../core/ui/index.ts";
import type { AboutComment } from "./EditComment.tsx";

/** Takes a comment from all but who said it and the editors. */
export function HideComment({ siteId, articleId, comment, onClose }: AboutComment) {
  const hide = useAction(() =>
    content.call.moderateComment({
      ...{ siteId, articleId, commentId: comment.id },
      action: "hide",
      reason: "",
    }),
  );
  return (
    <Confirm
      title="Hide this comment"
      confirm="Hide it"
      keep="Let it stand"
      action={hide}
      onClose={onClose}
    >
      <p class="written">{comment.data().text}</p>
      <p>Readers see it no more.</p>
    </Confirm>
  );
}
