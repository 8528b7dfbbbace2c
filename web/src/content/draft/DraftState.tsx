import type { Draft } from "kindling-client";
import { Badge } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { isChangedSince, STATES } from "./states.ts";

/** How it stands with a draft, in a word or two. */
export function DraftState({ draft }: { draft: Draft }) {
  const { state, live, publishAt, deletedAt } = draft;
  if (deletedAt) return <Badge tone="bad">In the bin</Badge>;
  const { name, tone } = STATES[state];
  return (
    <span class="row">
      {live && state !== "published" && <Badge tone="good">Published</Badge>}
      <Badge tone={tone}>
        {live && state === "draft" && isChangedSince(draft) ? "Changed since" : name}
      </Badge>
      {publishAt && <span class="hint">comes out {time(publishAt)}</span>}
    </span>
  );
}
