import { doc } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Button } from "../../core/ui/index.ts";
import { todayIn } from "../dates.ts";
import { ChangeHeld } from "./ChangeHeld.tsx";
import { OtherDates } from "./OtherDates.tsx";

/** Other dates for a stay that is confirmed. What is dearer waits to be paid. */
export function ChangeDates({ id, booking }: { id: string; booking: Booking }) {
  const { change: changeId, mode, checkIn, timeZone } = booking;
  const [isOpen, setOpen] = useState(false);
  const { data: change } = useDocument(
    changeId === null ? null : doc(travel.documents.bookingChanges, changeId),
  );
  if (checkIn < todayIn(timeZone)) return null;
  if (mode === "on_request") {
    return (
      <section class="card">
        <h2>Other dates</h2>
        <p>The host was asked for these days. For others, cancel the stay and ask anew.</p>
      </section>
    );
  }
  if (changeId !== null && change?.state === "held") {
    return <ChangeHeld key={changeId} id={id} changeId={changeId} change={change} />;
  }
  return (
    <section class="card">
      <div class="row between">
        <h2>Other dates</h2>
        <Button isSmall aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? "Keep the dates" : "Change dates"}
        </Button>
      </div>
      {isOpen && <OtherDates id={id} booking={booking} onDone={() => setOpen(false)} />}
    </section>
  );
}
