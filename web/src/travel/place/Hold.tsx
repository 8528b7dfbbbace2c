import { useLocation } from "preact-iso";
import { useAction, useRequestId } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Refusal } from "../../core/ui/index.ts";
import { count } from "../../core/words.ts";
import { useIsPast } from "../clock.ts";
import { policySentences } from "../policy.ts";
import { Totals } from "../Totals.tsx";
import type { Quote } from "./useStayQuote.ts";

/** A promise of a price, which can be taken up while it lasts. */
export function Hold({ quote, onOver }: { quote: Quote; onOver: () => void }) {
  const { route } = useLocation();
  const { quoteId, nights, totals, policy, mode } = quote;
  const expiresAt = new Date(quote.expiresAt);
  const isOver = useIsPast(expiresAt);
  const { requestId } = useRequestId();
  const hold = useAction(async () => {
    const { bookingId } = await travel.call.holdStay({ requestId, quoteId });
    route(`/travel/bookings/${bookingId}`);
  });
  const isLost = hold.problem?.code === "failed-precondition" || hold.problem?.code === "not-found";
  return (
    <div class="stack">
      <Totals totals={totals} nights={count(nights.length, "night")} />
      <Refusal problem={hold.problem} />
      {isOver || isLost ? (
        <>
          {isOver && <p role="status">This price was promised for a quarter of an hour.</p>}
          <Button look="primary" onClick={onOver}>
            Ask for the price again
          </Button>
        </>
      ) : (
        <>
          <Button look="primary" isBusy={hold.isBusy} onClick={() => hold.run()}>
            {mode === "instant" ? "Hold it for ten minutes" : "Ask the host"}
          </Button>
          <p class="hint">
            {mode === "instant"
              ? "Nothing is paid yet: you have ten minutes to say who comes, and to pay."
              : "The host answers within a day. Nothing is held or paid before."}{" "}
            The price is promised until {clockTime(expiresAt)}.
          </p>
        </>
      )}
      <ul class="hint">
        {policySentences(policy).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

const clockTime = (at: Date): string =>
  at.toLocaleTimeString(navigator.language, { timeStyle: "short" });
