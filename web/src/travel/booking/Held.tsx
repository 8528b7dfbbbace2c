import { doc } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import { Cancel } from "./Cancel.tsx";
import { Countdown } from "./Countdown.tsx";
import { GuestForm } from "./GuestForm.tsx";
import { useNextHeading } from "./nextHeading.ts";
import { Payment } from "./Payment.tsx";

/** Nights that are kept for a while: first who comes is said, then they are paid. */
export function Held({ id, booking }: { id: string; booking: Booking }) {
  const { data: list, isLoading, problem } = useDocument(doc(travel.documents.guestLists, id));
  const [isEditing, setEditing] = useState(false);
  const { heading, arrive } = useNextHeading();
  const { closeAt } = booking;
  const names = list?.guests.map(({ name }) => name) ?? [];
  return (
    <>
      {closeAt && <Countdown until={closeAt.toDate()} what="These nights are held for you for" />}
      {isLoading && <Loading rows={3} />}
      <Refusal problem={problem} />
      {list && (names.length === 0 || isEditing) && (
        <section class="card">
          <h2>Who comes</h2>
          <GuestForm
            id={id}
            list={list}
            most={booking.guests}
            submit="Go on to the payment"
            onDone={() => {
              setEditing(false);
              arrive();
            }}
          />
        </section>
      )}
      {names.length > 0 && !isEditing && (
        <>
          <section class="card">
            <div class="row between">
              <h2>Who comes</h2>
              <Button isSmall onClick={() => setEditing(true)}>
                Change
              </Button>
            </div>
            <p>{names.join(", ")}</p>
          </section>
          <section class="card">
            <h2 ref={heading} tabIndex={-1}>
              Payment
            </h2>
            <Payment
              open={() => travel.call.payStay({ bookingId: id })}
              returnTo={`/travel/bookings/${id}`}
            />
          </section>
        </>
      )}
      <Cancel id={id} booking={booking} />
    </>
  );
}
