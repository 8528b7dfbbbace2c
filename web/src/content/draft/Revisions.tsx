import type { Revision } from "kindling-client";
import { History } from "lucide";
import { useState } from "preact/hooks";
import { content } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { Name } from "../Name.tsx";
import type { Editing } from "./Editor.tsx";
import { RevisionDialog } from "./RevisionDialog.tsx";
import type { Writing } from "./useWriting.ts";

const PAGE_SIZE = 25;

interface RevisionsProps extends Editing {
  maySave: boolean;
  settle: Writing["settle"];
}

/** What a draft was: read once somebody asks. */
export function Revisions(props: RevisionsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card" aria-labelledby="revisions">
      <h2 id="revisions">Earlier versions</h2>
      {isOpen ? (
        <RevisionList {...props} />
      ) : (
        <div class="row">
          <Button icon={History} onClick={() => setOpen(true)}>
            Show them
          </Button>
        </div>
      )}
    </section>
  );
}

function RevisionList({ siteId, draftId, ...rest }: RevisionsProps) {
  const revisions = usePages(content.documents.revisionsOf(siteId, draftId, PAGE_SIZE), PAGE_SIZE);
  const [shown, setShown] = useState<Found<Revision>>();
  return (
    <>
      <Refusal problem={revisions.problem} />
      {revisions.isLoading && <Loading rows={2} what="Looking for earlier versions" />}
      {!revisions.isLoading && revisions.docs.length === 0 && (
        <p class="muted">
          None yet. One is kept every ten minutes while somebody writes, the last 25 of them.
        </p>
      )}
      <ul class="stack close">
        {revisions.docs.map((revision) => {
          const { version, savedAt, savedBy } = revision.data();
          return (
            <li key={revision.id} class="row between">
              <span>
                {time(savedAt)}
                <br />
                <span class="hint">
                  by <Name of={savedBy} />
                </span>
              </span>
              <Button isSmall onClick={() => setShown(revision)}>
                Show<span class="hidden-label"> version {version}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {shown && (
        <RevisionDialog
          {...{ siteId, draftId, ...rest }}
          revision={shown.data()}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  );
}
