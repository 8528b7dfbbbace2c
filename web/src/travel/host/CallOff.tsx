import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { Button } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import { WithReason } from "./WithReason.tsx";

/** A host who can't keep a stay gives back all of it. */
export function CallOff({ id, booking }: { id: string; booking: Booking }) {
  const [isOpen, setOpen] = useState(false);
  const { state, paid } = booking;
  if (state !== "held" && state !== "confirmed") return null;
  return (
    <p>
      <Button look="danger" onClick={() => setOpen(true)}>
        Cancel the stay
      </Button>
      {isOpen && (
        <WithReason
          title="Cancel the stay"
          confirm="Cancel the stay"
          act={(reason) => travel.call.cancelAsHost({ bookingId: id, reason })}
          onClose={() => setOpen(false)}
        >
          <p>
            {paid > 0
              ? `All of what was paid goes back, whatever the policy says: ${money(paid)}.`
              : "Nothing was paid yet."}{" "}
            The guest gets a mail with what you write here.
          </p>
        </WithReason>
      )}
    </p>
  );
}
