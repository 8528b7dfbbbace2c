import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Refusal } from "../../core/ui/index.ts";
import { WithReason } from "./WithReason.tsx";

/** Yes or no to a request. */
export function Answer({ id, name }: { id: string; name: string }) {
  const [isDeclining, setDeclining] = useState(false);
  const accept = useAction(() => travel.call.acceptStay({ bookingId: id }));
  return (
    <>
      <Refusal problem={accept.problem} />
      <p class="row">
        <Button isSmall isBusy={accept.isBusy} onClick={() => accept.run()}>
          Accept
        </Button>
        <Button isSmall onClick={() => setDeclining(true)}>
          Decline
        </Button>
      </p>
      {isDeclining && (
        <WithReason
          title="Decline the request"
          confirm="Decline"
          act={(reason) => travel.call.declineStay({ bookingId: id, reason })}
          onClose={() => setDeclining(false)}
        >
          <p>
            {name} stays free on these days. Who has asked gets a mail with what you write here.
          </p>
        </WithReason>
      )}
    </>
  );
}
