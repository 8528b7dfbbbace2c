import { CloudOff, CloudUpload } from "lucide";
import { useConnection } from "../connection.ts";
import { Icon } from "../ui/Icon.tsx";

/** Says that there is no network, and that what was written here waits for it. */
export function Offline() {
  const { isOnline, isWriting } = useConnection();
  return (
    <div class="connection" role="status">
      {!isOnline && (
        <p class="notice warn">
          <Icon of={CloudOff} />
          {isWriting
            ? "You are offline. What you have written is kept here and goes out by itself."
            : "You are offline. What you have seen is still here; lists and drafts can be changed."}
        </p>
      )}
      {isOnline && isWriting && (
        <p class="saving">
          <Icon of={CloudUpload} size={16} /> Saving …
        </p>
      )}
    </div>
  );
}
