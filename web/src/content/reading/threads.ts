import type { ArticleComment } from "kindling-client";
import type { Found } from "../../core/live.ts";

/** A comment and the answers to it, oldest first. */
export interface Thread {
  id: string;
  /** Undefined where it is not there any more, or not to be seen. */
  comment: Found<ArticleComment> | undefined;
  answers: Found<ArticleComment>[];
}

/** Comments with their answers under them, in the order in which the threads began. */
export function threadsOf(comments: readonly Found<ArticleComment>[]): Thread[] {
  const threads = new Map<string, Thread>();
  for (const comment of comments) {
    const { replyTo } = comment.data();
    const id = replyTo ?? comment.id;
    const thread = threads.get(id) ?? { id, comment: undefined, answers: [] };
    threads.set(id, thread);
    if (replyTo === null) thread.comment = comment;
    else thread.answers.push(comment);
  }
  return [...threads.values()];
}
