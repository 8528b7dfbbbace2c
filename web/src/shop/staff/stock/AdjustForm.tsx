import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Form, TextField } from "../../../core/ui/index.ts";
import { refusal } from "../refusal.ts";
import { WholeField } from "../WholeField.tsx";

/** Somebody has counted, and the books are wrong. */
export function AdjustForm({ sku, onHand }: { sku: string; onHand: number }) {
  const [counted, setCounted] = useState("");
  const [reason, setReason] = useState("");
  const { requestId, renew } = useRequestId();
  const adjust = useAction(async () => {
    const difference = Number(counted) - onHand;
    if (difference === 0) throw refusal("invalid-argument", "same", SAME);
    await shop.call.adjustStock({ requestId, sku, difference, reason });
    setCounted("");
    setReason("");
    renew();
  });
  return (
    <section class="card">
      <h2>Correct the books</h2>
      <Form
        submit="Correct"
        look="plain"
        onSubmit={() => adjust.run()}
        isBusy={adjust.isBusy}
        problem={adjust.problem}
      >
        <WholeField
          label="Counted on the shelf"
          hint={`The books say ${onHand}.`}
          least={0}
          most={1_000_000}
          value={counted}
          onValue={setCounted}
        />
        <TextField
          label="Why"
          required
          maxlength={200}
          placeholder="Counted on Friday"
          value={reason}
          onValue={setReason}
        />
      </Form>
    </section>
  );
}

const SAME = "The books say the same already: there is nothing to correct.";
