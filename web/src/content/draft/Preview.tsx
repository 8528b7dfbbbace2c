import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import type { Editing } from "./Editor.tsx";
import type { Writing } from "./useWriting.ts";

/** The page that a draft would be, as the server makes it. It has no address that could get about. */
export function Preview({ siteId, draftId, writing }: Editing & { writing: Writing }) {
  const [page, setPage] = useState<{ html: string; version: number }>();
  const look = useAction(async () => {
    const { version } = await writing.settle();
    const { html } = await content.call.previewDraft({ siteId, articleId: draftId });
    setPage({ html, version });
  });
  useEffect(() => {
    look.run();
  }, []);
  const isOld = page !== undefined && page.version !== writing.draft.version;
  return (
    <div class="stack" aria-busy={look.isBusy}>
      <Refusal problem={look.problem}>
        <Button isSmall onClick={() => look.run()}>
          Try again
        </Button>
      </Refusal>
      {!page && !look.problem && <Loading rows={4} what="The preview is being made" />}
      {isOld && (
        <div class="notice row between" role="status">
          <span>The text has changed since.</span>
          <Button isSmall isBusy={look.isBusy} onClick={() => look.run()}>
            Show it as it is now
          </Button>
        </div>
      )}
      {page && <iframe class="preview" title="Preview" sandbox="" srcdoc={page.html} />}
    </div>
  );
}
