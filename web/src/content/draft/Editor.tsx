import type { Draft, SiteRole } from "kindling-client";
import { Eye, Pencil } from "lucide";
import { useState } from "preact/hooks";
import { Button, TextField } from "../../core/ui/index.ts";
import { oneLine } from "../text.ts";
import { Conflict, SetAside } from "./Conflict.tsx";
import { Details } from "./Details.tsx";
import { DraftState } from "./DraftState.tsx";
import type { DraftOf } from "./kept.ts";
import { MarkdownField } from "./MarkdownField.tsx";
import { Preview } from "./Preview.tsx";
import { stepsOf } from "./possible.ts";
import { Revisions } from "./Revisions.tsx";
import { SaveStatus } from "./SaveStatus.tsx";
import { Steps } from "./Steps.tsx";
import { useWriting } from "./useWriting.ts";

/** A draft, and what somebody is who has it before them. */
export interface Editing extends DraftOf {
  role: SiteRole;
}

/** Where a draft is written, looked at and taken on. */
export function Editor(props: Editing & { draft: Draft; isPending: boolean }) {
  const { draft, isPending, ...editing } = props;
  const steps = stepsOf(draft, editing.role, editing.uid);
  const maySave = steps.has("save");
  const writing = useWriting(editing, { draft, isPending, maySave });
  const [isPreviewed, setPreviewed] = useState(false);
  const { title, body } = writing.draft;
  return (
    <div class="split">
      <div class="stack">
        <div class="row between">
          <div class="row">
            <Button
              isSmall
              icon={Pencil}
              aria-pressed={!isPreviewed}
              onClick={() => setPreviewed(false)}
            >
              Write
            </Button>
            <Button
              isSmall
              icon={Eye}
              aria-pressed={isPreviewed}
              onClick={() => setPreviewed(true)}
            >
              Preview
            </Button>
          </div>
          <SaveStatus writing={writing} maySave={maySave} />
        </div>
        <Conflict writing={writing} />
        <SetAside writing={writing} />
        {isPreviewed ? (
          <Preview {...editing} writing={writing} />
        ) : (
          <>
            <TextField
              label="Title"
              maxlength={200}
              disabled={!maySave}
              value={title}
              onValue={(text) => writing.change({ title: oneLine(text) })}
            />
            <MarkdownField
              disabled={!maySave}
              value={body}
              onValue={(text) => writing.change({ body: text })}
            />
          </>
        )}
      </div>
      <aside class="stack" aria-label="About this draft">
        <section class="card" aria-labelledby="state">
          <div class="row between">
            <h2 id="state">State</h2>
            <DraftState draft={draft} />
          </div>
          <Steps {...editing} draft={draft} steps={steps} settle={writing.settle} />
        </section>
        <Details writing={writing} disabled={!maySave} />
        <Revisions {...editing} maySave={maySave} settle={writing.settle} />
      </aside>
    </div>
  );
}
