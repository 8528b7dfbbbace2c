import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Button, Dialog, Refusal, TextArea } from "../../core/ui/index.ts";
import type { Writing } from "./useWriting.ts";

/** Where a draft's way goes on from a review, and what its author is told. */
export interface AboutDraft {
  siteId: string;
  draftId: string;
  settle: Writing["settle"];
  onClose: () => void;
}

/** Approves what was submitted, or sends it back. Its author gets a mail. */
export function ReviewDialog({ siteId, draftId, settle, onClose }: AboutDraft) {
  const [note, setNote] = useState("");
  const review = useAction(async (step: "approve" | "reject") => {
    await content.reviewDraft(siteId, draftId, step, await settle(), note);
    onClose();
  });
  return (
    <Dialog title="Review" onClose={onClose}>
      <TextArea
        label="What you say to its author"
        hint="If you send it back, say what is missing."
        maxlength={1000}
        value={note}
        onValue={setNote}
      />
      <Refusal problem={review.problem} />
      <div class="row end">
        <Button isBusy={review.isBusy} onClick={() => review.run("reject")}>
          Send it back
        </Button>
        <Button look="primary" isBusy={review.isBusy} onClick={() => review.run("approve")}>
          Approve it
        </Button>
      </div>
    </Dialog>
  );
}
