import { Check, CircleAlert, CloudOff, CloudUpload } from "lucide";
import { useConnection } from "../../core/connection.ts";
import { Button, Icon, Refusal } from "../../core/ui/index.ts";
import type { Writing } from "./useWriting.ts";

/** Whether what is written is safe. */
export function SaveStatus({ writing, maySave }: { writing: Writing; maySave: boolean }) {
  const { isOnline } = useConnection();
  const { status, problem, retry } = writing;
  if (!maySave && status === "saved") return <p class="hint">It can't be changed as it stands.</p>;
  if (status === "refused") {
    return (
      <Refusal problem={problem}>
        <p>Your text is kept on this device.</p>
        <Button isSmall onClick={retry}>
          Try again
        </Button>
      </Refusal>
    );
  }
  const [icon, said] =
    status === "conflict"
      ? ([CircleAlert, "Not saved: there is another version"] as const)
      : status === "saved"
        ? ([Check, "Saved"] as const)
        : isOnline
          ? ([CloudUpload, "Saving …"] as const)
          : ([CloudOff, "Offline: kept on this device"] as const);
  return (
    <p class="hint row">
      <Icon of={icon} size={16} /> {said}
    </p>
  );
}
