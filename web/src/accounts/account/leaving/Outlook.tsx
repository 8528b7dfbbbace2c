import type { Deletion } from "kindling-client";
import { Notice } from "../../../core/ui/index.ts";
import { day } from "../../../core/words.ts";

/** What becomes of an account. */
export function Outlook({ deletion }: { deletion: Deletion | undefined }) {
  if (!deletion) {
    return (
      <p>
        Everything goes: your profile, your lists, what you wrote. What must be kept by law, such as
        orders, is kept without your name. You have 14 days to change your mind.
      </p>
    );
  }
  return (
    <Notice tone="warn">
      Your account will be gone on <strong>{day(deletion.dueAt)}</strong>. Until then it works as
      ever.
    </Notice>
  );
}
