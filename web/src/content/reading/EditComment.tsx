import type { ArticleComment } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { Button, Form, TextArea } from "../../core/ui/index.ts";

/** What is done with a comment. */
export interface AboutComment {
  siteId: string;
  articleId: string;
  comment: Found<ArticleComment>;
  onClose: () => void;
}

/** Changes what somebody has said themselves. */
export function EditComment({ siteId, articleId, comment, onClose }: AboutComment) {
  const [text, setText] = useState(comment.data().text);
  const edit = useAction(async () => {
    await content.editComment(siteId, articleId, comment.id, text);
    onClose();
  });
  return (
    <Form
      submit="Save"
      look="plain"
      onSubmit={() => edit.run()}
      isBusy={edit.isBusy}
      problem={edit.problem}
      beside={
        <Button look="quiet" onClick={onClose}>
          Leave it as it was
        </Button>
      }
    >
      <TextArea
        label="What you say"
        required
        rows={3}
        maxlength={2000}
        value={text}
        onValue={setText}
      />
    </Form>
  );
}
