import { deleteDoc, serverTimestamp, updateDoc } from "firebase/firestore";
import type { Comment } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import type { Found } from "../../core/live.ts";
import { Button, Confirm, Form, TextArea } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { useOpenList } from "../list/openList.ts";

/** A comment: who said it changes it, or takes it back; the owner of the list may delete it, too. */
export function Remark({ comment }: { comment: Found<Comment> }) {
  const { uid, isOwner, mayWrite, nameOf, write } = useOpenList();
  const { text, authorId, createdAt } = comment.data();
  const [draft, setDraft] = useState<string>();
  const [asks, setAsks] = useState(false);
  const deleting = useAction(async () => write(deleteDoc(comment.ref)));
  const isOwn = authorId === uid;
  const save = () => {
    const said = draft?.trim();
    if (said) write(updateDoc(comment.ref, { text: said, updatedAt: serverTimestamp() }));
    setDraft(undefined);
  };
  return (
    <li>
      <div class="row between">
        <p class="hint">
          <span class="strong">{nameOf(authorId)}</span>, {time(createdAt)}
          {comment.metadata.hasPendingWrites && " (waiting to be saved)"}
        </p>
        {mayWrite && draft === undefined && (isOwn || isOwner) && (
          <div class="row remark-buttons">
            {isOwn && (
              <Button isSmall look="quiet" onClick={() => setDraft(text)}>
                Change
              </Button>
            )}
            <Button isSmall look="quiet" onClick={() => setAsks(true)}>
              {isOwn ? "Take back" : "Delete"}
            </Button>
          </div>
        )}
      </div>
      {draft === undefined ? (
        <p class="as-written">{text}</p>
      ) : (
        <Form
          submit="Change it"
          look="plain"
          isBusy={false}
          problem={undefined}
          onSubmit={save}
          beside={
            <Button look="quiet" onClick={() => setDraft(undefined)}>
              Leave it
            </Button>
          }
        >
          <TextArea
            label="Your comment, changed"
            isLabelHidden
            rows={2}
            maxlength={2_000}
            required
            value={draft}
            onValue={setDraft}
          />
        </Form>
      )}
      {asks && (
        <Confirm
          title="Delete the comment"
          confirm="Delete"
          action={deleting}
          onClose={() => setAsks(false)}
        >
          <p class="as-written">{text}</p>
        </Confirm>
      )}
    </li>
  );
}
