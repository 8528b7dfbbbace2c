import type { Booking } from "kindling-client";
import { useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Confirm, Refusal } from "../../core/ui/index.ts";
import { todayIn } from "../dates.ts";

/** What can be done at the door on this day, as the clocks are there. */
export function Steps({ id, booking }: { id: string; booking: Booking }) {
  const { state, checkIn, checkOut, timeZone } = booking;
  const [isAsking, setAsking] = useState(false);
  const arrive = useAction(() => travel.call.checkIn({ bookingId: id }));
  const leave = useAction(() => travel.call.completeStay({ bookingId: id }));
  const noShow = useAction(() => travel.call.markNoShow({ bookingId: id }));
  const today = todayIn(timeZone);
  const isComing = state === "confirmed" && checkIn <= today;
  const isLeaving = state === "checked_in" && checkOut <= today;
  return (
    <>
      <Refusal problem={arrive.problem ?? leave.problem} />
      <p class="row">
        {isComing && (
          <Button isSmall isBusy={arrive.isBusy} onClick={() => arrive.run()}>
            Check in
          </Button>
        )}
        {isComing && checkIn < today && (
          <Button isSmall onClick={() => setAsking(true)}>
            Nobody came
          </Button>
        )}
        {isLeaving && (
          <Button isSmall isBusy={leave.isBusy} onClick={() => leave.run()}>
            Complete
          </Button>
        )}
      </p>
      {isAsking && (
        <Confirm
          title="Nobody came"
          confirm="Nobody came"
          keep="They may still come"
          action={noShow}
          onClose={() => setAsking(false)}
        >
          <p>The nights that are left can be booked again, and nothing goes back to the guest.</p>
        </Confirm>
      )}
    </>
  );
}
