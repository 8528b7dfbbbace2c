import { useState } from "preact/hooks";
import { useAction } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Button, Dialog, Form, TextField } from "../../../core/ui/index.ts";

interface RemoveReviewProps {
  productId: string;
  /** Whose review it is. */
  uid: string;
  author: string;
}

/** Takes a review down, for a reason that is kept. */
export function RemoveReview({ productId, uid, author }: RemoveReviewProps) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const remove = useAction(async () => {
    await shop.call.removeReview({ productId, uid, reason });
    setAsking(false);
  });
  return (
    <>
      <Button isSmall look="danger" onClick={() => setAsking(true)}>
        Take down<span class="hidden-label"> what {author} says</span>
      </Button>
      {isAsking && (
        <Dialog title="Take the review down" onClose={() => setAsking(false)}>
          <p>
            What {author} says is deleted for good, and its stars no longer count. They may write
            another review.
          </p>
          <Form
            submit="Take down"
            look="danger"
            onSubmit={() => remove.run()}
            isBusy={remove.isBusy}
            problem={remove.problem}
          >
            <TextField
              label="Reason"
              hint="It is kept in the audit trail."
              required
              maxlength={500}
              value={reason}
              onValue={setReason}
            />
          </Form>
        </Dialog>
      )}
    </>
  );
}
