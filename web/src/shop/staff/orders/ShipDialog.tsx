import { useState } from "preact/hooks";
import { useAction, useRequestId } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Dialog, Form, TextField } from "../../../core/ui/index.ts";
import { useChosenPieces } from "./chosenPieces.ts";
import { PiecesFields } from "./PiecesFields.tsx";
import { toShip } from "./pieces.ts";
import type { StepDialogProps } from "./StepDialog.tsx";
import { STEPS } from "./steps.ts";

/** What is in the parcel, and who carries it. */
export function ShipDialog({ orderId, order, onDone, onClose }: StepDialogProps) {
  const most = toShip(order);
  const pieces = useChosenPieces(most);
  const [carrier, setCarrier] = useState("");
  const [trackingNumber, setTrackingNumber] = useState("");
  const [trackingUrl, setTrackingUrl] = useState("");
  const { requestId } = useRequestId();
  const ship = useAction(async () => {
    const parcel = { lines: pieces.chosen(), carrier, trackingNumber };
    const link = trackingUrl === "" ? {} : { trackingUrl };
    await shop.call.shipOrder({ requestId, orderId, ...parcel, ...link });
    onDone();
    onClose();
  });
  return (
    <Dialog title={STEPS.ship.title} onClose={onClose}>
      <Form submit="Ship" onSubmit={() => ship.run()} isBusy={ship.isBusy} problem={ship.problem}>
        <PiecesFields legend="In this parcel" order={order} most={most} pieces={pieces} />
        <TextField label="Carrier" required maxlength={60} value={carrier} onValue={setCarrier} />
        <TextField
          label="Tracking number"
          required
          maxlength={80}
          value={trackingNumber}
          onValue={setTrackingNumber}
        />
        <TextField
          label="Link to follow it"
          hint="If the carrier has one. It begins with https://"
          type="url"
          pattern="https://.*"
          maxlength={500}
          value={trackingUrl}
          onValue={setTrackingUrl}
        />
      </Form>
    </Dialog>
  );
}
