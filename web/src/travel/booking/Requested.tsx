import { doc } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { travel } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Notice } from "../../core/ui/index.ts";
import { time } from "../../core/words.ts";
import { Cancel } from "./Cancel.tsx";
import { GuestForm } from "./GuestForm.tsx";
import { Guests } from "./Guests.tsx";

/** The host has been asked. Who comes can be said meanwhile. */
export function Requested({ id, booking }: { id: string; booking: Booking }) {
  const { data: list } = useDocument(doc(travel.documents.guestLists, id));
  return (
    <>
      <Notice>
        The host has been asked
        {booking.closeAt && `, and answers by ${time(booking.closeAt)}`}. Nothing is held or paid
        before. You get a mail, and see it here.
      </Notice>
      {list?.guests.length === 0 ? (
        <section class="card">
          <h2>Who comes</h2>
          <GuestForm
            id={id}
            list={list}
            most={booking.guests}
            submit="Tell the host"
            onDone={() => undefined}
          />
        </section>
      ) : (
        <Guests id={id} booking={booking} />
      )}
      <Cancel id={id} booking={booking} />
    </>
  );
}
