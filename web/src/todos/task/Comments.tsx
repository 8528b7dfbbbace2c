import { doc, setDoc } from "firebase/firestore";
import { newComment, type Task } from "kindling-client";
import { useState } from "preact/hooks";
import { todos } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { Form, LivePages, TextArea } from "../../core/ui/index.ts";
import { useOpenList } from "../list/openList.ts";
import { Remark } from "./Remark.tsx";

/** What is said of a task. Followed while it is open. */
export function Comments({ task }: { task: Found<Task> }) {
  const { listId, uid, mayWrite, source, write } = useOpenList();
  const [text, setText] = useState("");
  const say = () => {
    const comments = todos.documents.comments(listId, task.id);
    write(setDoc(doc(comments), newComment(uid, text.trim())));
    setText("");
  };
  return (
    <section class="stack close" aria-label="Comments">
      <h3>Comments</h3>
      <LivePages
        of={todos.documents.commentsOf(listId, task.id)}
        source={source}
        empty={<p class="hint">Nobody has said anything yet.</p>}
      >
        {(comments) => (
          <ul class="remarks" aria-live="polite">
            {comments.map((comment) => (
              <Remark key={comment.id} comment={comment} />
            ))}
          </ul>
        )}
      </LivePages>
      {mayWrite && (
        <Form
          submit="Say it"
          look="plain"
          isBusy={false}
          problem={undefined}
          onSubmit={() => {
            if (text.trim() !== "") say();
          }}
        >
          <TextArea
            label="Your comment"
            isLabelHidden
            placeholder="Say something of this task"
            rows={2}
            maxlength={2_000}
            required
            value={text}
            onValue={setText}
          />
        </Form>
      )}
    </section>
  );
}
