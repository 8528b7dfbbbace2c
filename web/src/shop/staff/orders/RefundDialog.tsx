import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Dialog, Form, TextField } from "../../../core/ui/index.ts";
import { money } from "../../../core/words.ts";
import { AmountField } from "../AmountField.tsx";
import { amountOf, typedOf } from "../amount.ts";
import type { StepDialogProps } from "./StepDialog.tsx";
import { STEPS } from "./steps.ts";

/** How much goes back, and why. */
export function RefundDialog({ orderId, order, left, onDone, onClose }: StepDialogProps) {
  const [typed, setTyped] = useState(typedOf(left));
  const [reason, setReason] = useState("");
  const { requestId } = useRequestId();
  const refund = useAction(async () => {
    await shop.call.refundOrder({ requestId, orderId, amount: amountOf(typed), reason });
    onDone();
    onClose();
  });
  return (
    <Dialog title={STEPS.refund.title} onClose={onClose}>
      <Form
        submit="Give back"
        onSubmit={() => refund.run()}
        isBusy={refund.isBusy}
        problem={refund.problem}
      >
        <AmountField
          label={`Amount in ${order.currency}`}
          hint={`At most ${money(left, order.currency)} is left to give back.`}
          least={1}
          most={left}
          value={typed}
          onValue={setTyped}
        />
        <TextField
          label="Reason"
          hint="It is kept with the refund, and the customer may see it."
          maxlength={200}
          value={reason}
          onValue={setReason}
        />
      </Form>
    </Dialog>
  );
}
