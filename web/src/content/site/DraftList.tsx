import type { User } from "firebase/auth";
import type { Draft } from "kindling-client";
import { FileText } from "lucide";
import type { Found } from "../../core/live.ts";
import { usePages } from "../../core/pages.ts";
import { Badge, Empty, Loading, More, Refusal } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { draftPath } from "../addresses.ts";
import { DraftState } from "../draft/DraftState.tsx";
import { PAGE_SIZE, type View } from "./views.ts";

/** The drafts of a view, page by page. */
export function DraftList({ siteId, view, user }: { siteId: string; view: View; user: User }) {
  const drafts = usePages(view.query(siteId, user.uid), PAGE_SIZE);
  return (
    <>
      <Refusal problem={drafts.problem} />
      {drafts.isLoading && <Loading rows={5} what="Looking for articles" />}
      {!drafts.isLoading && !drafts.problem && drafts.docs.length === 0 && (
        <Empty icon={FileText} title="There is nothing here">
          <p>{view.empty}</p>
        </Empty>
      )}
      {drafts.docs.length > 0 && (
        <ul class="lines">
          {drafts.docs.map((draft) => (
            <DraftLine key={draft.id} siteId={siteId} draft={draft} />
          ))}
        </ul>
      )}
      <More of={drafts} />
    </>
  );
}

function DraftLine({ siteId, draft: found }: { siteId: string; draft: Found<Draft> }) {
  const draft = found.data();
  const { title, byline, kind, updatedAt } = draft;
  return (
    <li class="line">
      <div class="grow">
        <h3>
          <a href={draftPath(siteId, found.id)}>{title || "Untitled"}</a>
        </h3>
        <p class="hint">
          {byline} · last saved {time(updatedAt)}
        </p>
      </div>
      <div class="row">
        {kind === "page" && <Badge>Page</Badge>}
        <DraftState draft={draft} />
      </div>
    </li>
  );
}
