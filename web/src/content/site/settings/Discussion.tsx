import { Check, TextField } from "../../../core/ui/index.ts";
import type { SettingsPart } from "../Settings.tsx";

/** Whether readers may comment, how fast, and what happens to what others report. */
export function Discussion({ settings, change }: SettingsPart) {
  const { comments } = settings;
  const set = (next: Partial<typeof comments>) => change({ comments: { ...comments, ...next } });
  return (
    <fieldset class="card">
      <legend>Comments</legend>
      <Check
        label="Readers may comment"
        checked={comments.open}
        onChecked={(open) => set({ open })}
      />
      <TextField
        label="Slow mode"
        type="number"
        required
        min="0"
        max="86400"
        step="1"
        hint="How many seconds somebody waits between two comments."
        value={String(comments.slowSeconds)}
        onValue={(seconds) => set({ slowSeconds: Number(seconds) })}
      />
      <TextField
        label="Hide a comment after so many reports"
        type="number"
        required
        min="1"
        max="100"
        step="1"
        hint="Until an editor has looked at it."
        value={String(comments.hideAt)}
        onValue={(reports) => set({ hideAt: Number(reports) })}
      />
    </fieldset>
  );
}
