import { useState } from "preact/hooks";
import { Button } from "../../core/ui/index.ts";
import { CommentItem } from "./CommentItem.tsx";
import { Say } from "./Say.tsx";
import type { Thread } from "./threads.ts";

/** What a comment needs to know of where it stands. */
export interface Place {
  siteId: string;
  articleId: string;
  /** Something can be said. */
  isOpen: boolean;
  isEditor: boolean;
}

/** A comment, the answers to it, and one's own. */
export function ThreadItem({ thread, ...at }: Place & { thread: Thread }) {
  const { comment, answers } = thread;
  const [isAnswering, setAnswering] = useState(false);
  return (
    <li class="thread">
      {comment ? (
        <CommentItem {...at} comment={comment}>
          {at.isOpen && (
            <Button
              isSmall
              look="quiet"
              aria-expanded={isAnswering}
              onClick={() => setAnswering(!isAnswering)}
            >
              Answer
            </Button>
          )}
        </CommentItem>
      ) : (
        <p class="muted">A comment that is not there any more.</p>
      )}
      {answers.length > 0 && (
        <ol class="answers">
          {answers.map((answer) => (
            <li key={answer.id}>
              <CommentItem {...at} comment={answer} />
            </li>
          ))}
        </ol>
      )}
      {isAnswering && at.isOpen && (
        <div class="answers">
          <Say
            siteId={at.siteId}
            articleId={at.articleId}
            replyTo={thread.id}
            onSaid={() => setAnswering(false)}
          />
        </div>
      )}
    </li>
  );
}
