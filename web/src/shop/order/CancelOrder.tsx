import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { shop } from "../../core/backend.ts";
import { Button, Confirm } from "../../core/ui/index.ts";

/** Cancels an order that has not left the house. */
export function CancelOrder({ orderId, isPaid }: { orderId: string; isPaid: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const cancel = useAction(() => shop.call.cancelOrder({ orderId }));
  return (
    <div class="row">
      <Button look="danger" onClick={() => setAsking(true)}>
        Cancel the order
      </Button>
      {isAsking && (
        <Confirm
          title="Cancel the order"
          confirm="Cancel the order"
          action={cancel}
          onClose={() => setAsking(false)}
        >
          <p>
            {isPaid
              ? "Nothing will be sent, and what you have paid goes back to where you paid from."
              : "Nothing will be sent, and nothing is charged. The goods are for sale again."}
          </p>
        </Confirm>
      )}
    </div>
  );
}
