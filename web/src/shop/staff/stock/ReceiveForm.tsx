import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Form } from "../../../core/ui/index.ts";
import { WholeField } from "../WholeField.tsx";

/** A delivery has come. */
export function ReceiveForm({ sku }: { sku: string }) {
  const [quantity, setQuantity] = useState("");
  const { requestId, renew } = useRequestId();
  const receive = useAction(async () => {
    await shop.call.receiveStock({ requestId, sku, quantity: Number(quantity) });
    setQuantity("");
    renew();
  });
  return (
    <section class="card">
      <h2>Receive a delivery</h2>
      <Form
        submit="Receive"
        onSubmit={() => receive.run()}
        isBusy={receive.isBusy}
        problem={receive.problem}
      >
        <WholeField
          label="Pieces that have come"
          least={1}
          most={1_000_000}
          value={quantity}
          onValue={setQuantity}
        />
      </Form>
    </section>
  );
}
