import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Check, Dialog, Form } from "../../../core/ui/index.ts";
import { useChosenPieces } from "./chosenPieces.ts";
import { PiecesFields } from "./PiecesFields.tsx";
import { toReturn } from "./pieces.ts";
import type { StepDialogProps } from "./StepDialog.tsx";
import { STEPS } from "./steps.ts";

/** What has come back, and whether it can be sold again. */
export function ReturnDialog({ orderId, order, onDone, onClose }: StepDialogProps) {
  const most = toReturn(order);
  const pieces = useChosenPieces([]);
  const [restock, setRestock] = useState(true);
  const { requestId } = useRequestId();
  const takeBack = useAction(async () => {
    await shop.call.returnOrder({ requestId, orderId, lines: pieces.chosen(), restock });
    onDone();
    onClose();
  });
  return (
    <Dialog title={STEPS.return.title} onClose={onClose}>
      <Form
        submit="Take back"
        onSubmit={() => takeBack.run()}
        isBusy={takeBack.isBusy}
        problem={takeBack.problem}
      >
        <PiecesFields legend="What has come back" order={order} most={most} pieces={pieces} />
        <Check
          label="It can be sold again: put it back on the shelf"
          checked={restock}
          onChecked={setRestock}
        />
      </Form>
    </Dialog>
  );
}
