import type { BookingChange } from "kindling-client";
import { travel } from "../../core/backend.ts";
import { Notice } from "../../core/ui/index.ts";
import { money, plainDate } from "../../core/words.ts";
import { useIsPast } from "../clock.ts";
import { Countdown } from "./Countdown.tsx";
import { Payment } from "./Payment.tsx";

interface ChangeHeldProps {
  id: string;
  changeId: string;
  change: BookingChange;
}

/** Other dates that wait to be paid; the stay has those it had until then. */
export function ChangeHeld({ id, changeId, change }: ChangeHeldProps) {
  const until = change.closeAt?.toDate();
  const isOver = useIsPast(until);
  return (
    <section class="card">
      <h2>Other dates</h2>
      {isOver || !until ? (
        <Notice tone="warn">
          The time to pay the other dates is over. The stay has the dates that it had.
        </Notice>
      ) : (
        <>
          <p>
            {plainDate(change.checkIn)} to {plainDate(change.checkOut)}: {money(change.toPay)} more.
          </p>
          <Countdown until={until} what="These dates are held for you for" />
          <Payment
            open={() => travel.call.payChange({ changeId })}
            returnTo={`/travel/bookings/${id}`}
          />
        </>
      )}
    </section>
  );
}
