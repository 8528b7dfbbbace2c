import type { DraftChanges } from "kindling-client";
import { Button } from "../../core/ui/index.ts";
import { Name } from "../Name.tsx";
import { FIELD_NAMES, textOf } from "./fields.ts";
import type { Writing } from "./useWriting.ts";

/** Two have written the same draft: who was first, what is different, and which of it is to stay. */
export function Conflict({ writing }: { writing: Writing }) {
  const { conflict, keepMine, takeTheirs } = writing;
  if (!conflict) return null;
  const { theirs, mine } = conflict;
  return (
    <section class="notice warn" role="alert" aria-labelledby="conflict">
      <div class="stack">
        <h2 id="conflict">There is another version</h2>
        <p>
          This draft was saved by <Name of={theirs.updatedBy} /> in another place while you were
          writing. Your text is still here. Choose which of the two goes on; the other is set aside
          and not lost.
        </p>
        {Object.keys(mine).map((name) => {
          const field = name as keyof DraftChanges;
          return (
            <details key={field}>
              <summary>{FIELD_NAMES[field]}: compare</summary>
              <div class="compared">
                <Version title="Yours" text={textOf(mine, field)} />
                <Version title="The other" text={textOf(theirs, field)} />
              </div>
            </details>
          );
        })}
        <div class="row">
          <Button onClick={keepMine}>Keep mine</Button>
          <Button onClick={takeTheirs}>Take the other</Button>
        </div>
      </div>
    </section>
  );
}

function Version({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3>{title}</h3>
      <p class="written">{text || "(empty)"}</p>
    </div>
  );
}

/** The text that was not chosen, until it is let go. */
export function SetAside({ writing }: { writing: Writing }) {
  const { aside, change, draft } = writing;
  const { text } = aside;
  if (!text) return null;
  const fields = Object.keys(text) as (keyof DraftChanges)[];
  const swap = () => {
    const current = Object.fromEntries(fields.map((field) => [field, draft[field]]));
    change(text);
    aside.put(current);
  };
  return (
    <section class="notice" aria-label="Set aside">
      <div class="stack close">
        <p>
          Another version of this (
          {fields.map((field) => FIELD_NAMES[field].toLowerCase()).join(", ")}) is set aside on this
          device.
        </p>
        <div class="row">
          <Button isSmall onClick={swap}>
            Swap the two
          </Button>
          <Button isSmall look="quiet" onClick={() => aside.put(undefined)}>
            Let it go
          </Button>
        </div>
      </div>
    </section>
  );
}
