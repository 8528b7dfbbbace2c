import { doc } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Button, Dialog, Loading, Refusal } from "../../core/ui/index.ts";
import { GuestForm } from "./GuestForm.tsx";

/** Who comes to a stay that is confirmed: it may be said again until they are there. */
export function Guests({ id, booking }: { id: string; booking: Booking }) {
  const { data: list, isLoading, problem } = useDocument(doc(travel.documents.guestLists, id));
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="card">
      <div class="row between">
        <h2>Who comes</h2>
        {list && (
          <Button isSmall onClick={() => setOpen(true)}>
            Change
          </Button>
        )}
      </div>
      {isLoading && <Loading rows={1} />}
      <Refusal problem={problem} />
      {list && <p>{list.guests.map(({ name }) => name).join(", ")}</p>}
      {list?.note && <p class="muted">“{list.note}”</p>}
      {list && isOpen && (
        <Dialog title="Who comes" onClose={() => setOpen(false)}>
          <GuestForm
            id={id}
            list={list}
            most={booking.guests}
            submit="Save"
            onDone={() => setOpen(false)}
          />
        </Dialog>
      )}
    </section>
  );
}
