import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Dialog, Form, TextField } from "../../core/ui/index.ts";
import type { AboutDraft } from "./ReviewDialog.tsx";

/** Has a draft come out by itself at a time, on the clock of whoever asks. */
export function ScheduleDialog({ siteId, draftId, settle, onClose }: AboutDraft) {
  const [at, setAt] = useState(tomorrowMorning);
  const schedule = useAction(async () => {
    const { version } = await settle();
    const publishAt = new Date(at).toISOString();
    await content.call.scheduleArticle({ siteId, articleId: draftId, version, publishAt });
    onClose();
  });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <Dialog title="Publish later" onClose={onClose}>
      <Form
        submit="Schedule it"
        onSubmit={() => schedule.run()}
        isBusy={schedule.isBusy}
        problem={schedule.problem}
      >
        <TextField
          label="When it comes out"
          type="datetime-local"
          required
          min={asTyped(new Date())}
          hint={`By your clock (${timeZone.replaceAll("_", " ")}). Until then it can't be changed, unless you take back the time.`}
          value={at}
          onValue={setAt}
        />
      </Form>
    </Dialog>
  );
}

function tomorrowMorning(): string {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0, 0, 0);
  return asTyped(at);
}

/** "2026-12-31T09:00", as the field has it: by the clock of this device. */
const asTyped = (at: Date): string =>
  new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
