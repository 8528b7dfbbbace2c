import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Confirm } from "../../core/ui/index.ts";
import { CancelPaid } from "./CancelPaid.tsx";

/** The way out of a stay: of one that is paid what comes back is said first. */
export function Cancel({ id, booking }: { id: string; booking: Booking }) {
  const [isOpen, setOpen] = useState(false);
  const cancel = useAction(() => travel.call.cancelBooking({ bookingId: id }));
  const isPaid = booking.state === "confirmed";
  const title = isPaid ? "Cancel the stay" : "Give it up";
  return (
    <>
      <p>
        <Button look="danger" onClick={() => setOpen(true)}>
          {title}
        </Button>
      </p>
      {isOpen && isPaid && <CancelPaid id={id} onClose={() => setOpen(false)} />}
      {isOpen && !isPaid && (
        <Confirm title={title} confirm={title} action={cancel} onClose={() => setOpen(false)}>
          <p>Nothing was paid, and nothing is to be paid. Others can have the nights then.</p>
        </Confirm>
      )}
    </>
  );
}
