import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Confirm, Refusal } from "../../core/ui/index.ts";

/** Has a place found and booked, or no more. */
export function Listing({ propertyId, listed }: { propertyId: string; listed: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const list = useAction(() => travel.call.listProperty({ propertyId, listed: !listed }));
  return (
    <section class="card">
      <h2>{listed ? "Guests find it" : "Guests do not find it yet"}</h2>
      <p>
        {listed
          ? "It is in searches, and can be booked."
          : "Once it has a room, list it: it is in searches then, and can be booked."}
      </p>
      {!isAsking && <Refusal problem={list.problem} />}
      <p>
        {listed ? (
          <Button onClick={() => setAsking(true)}>Take it down</Button>
        ) : (
          <Button look="primary" isBusy={list.isBusy} onClick={() => list.run()}>
            List it
          </Button>
        )}
      </p>
      {isAsking && (
        <Confirm
          title="Take it down"
          confirm="Take it down"
          keep="Leave it listed"
          action={list}
          onClose={() => setAsking(false)}
        >
          <p>Nobody finds it any more. What is booked stays booked. You can list it again.</p>
        </Confirm>
      )}
    </section>
  );
}
