import type { Revision } from "kindling-client";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Button, Dialog, Refusal } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import type { Writing } from "./useWriting.ts";

interface RevisionDialogProps {
  siteId: string;
  draftId: string;
  revision: Revision;
  maySave: boolean;
  settle: Writing["settle"];
  onClose: () => void;
}

/** A draft as it was, and the way back to it. */
export function RevisionDialog(props: RevisionDialogProps) {
  const { siteId, draftId, revision, maySave, settle, onClose } = props;
  const restore = useAction(async () => {
    const { version } = await settle();
    const address = { siteId, articleId: draftId };
    await content.call.restoreRevision({ ...address, version, revision: revision.version });
    onClose();
  });
  return (
    <Dialog title={`As it was on ${time(revision.savedAt)}`} onClose={onClose}>
      <h3>{revision.title || "Untitled"}</h3>
      {revision.summary && <p class="muted">{revision.summary}</p>}
      <p class="written">{revision.body || "(empty)"}</p>
      <Refusal problem={restore.problem} />
      {maySave && (
        <>
          <p class="hint">What stands there now is kept among the earlier versions.</p>
          <div class="row end">
            <Button isBusy={restore.isBusy} onClick={() => restore.run()}>
              Restore this version
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
