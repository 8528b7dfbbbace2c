import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { useSession } from "../../core/session.tsx";
import { Confirm } from "../../core/ui/index.ts";
import type { AboutComment } from "./EditComment.tsx";

/** Deletes what somebody has said themselves; the answers to it stay. */
export function TakeBackComment({ siteId, articleId, comment, onClose }: AboutComment) {
  const { user } = useSession();
  const takeBack = useAction(async () => {
    const { hidden } = comment.data();
    const said = { id: comment.id, hidden };
    if (user) await content.takeBackComment(siteId, articleId, user.uid, said);
  });
  return (
    <Confirm title="Take it back" confirm="Take it back" action={takeBack} onClose={onClose}>
      <p>What you have said is deleted. Answers to it stay.</p>
    </Confirm>
  );
}
