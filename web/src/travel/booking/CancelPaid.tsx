import { useEffect, useState } from "preact/hooks";
import { useAction } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Dialog, Loading, Refusal } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import { useIsPast } from "../clock.ts";

type Quote = Awaited<ReturnType<typeof travel.call.quoteCancellation>>;

/** Says what comes back, promised for a quarter of an hour, and cancels by that. */
export function CancelPaid({ id, onClose }: { id: string; onClose: () => void }) {
  const [quote, setQuote] = useState<Quote>();
  const ask = useAction(async () => {
    setQuote(undefined);
    setQuote(await travel.call.quoteCancellation({ bookingId: id }));
  });
  useEffect(() => {
    ask.run();
  }, []);
  const isOver = useIsPast(quote && new Date(quote.expiresAt));
  const cancel = useAction(async () => {
    await travel.call.cancelBooking({ bookingId: id, ...(quote && { quoteId: quote.quoteId }) });
    onClose();
  });
  const problem = ask.problem ?? cancel.problem;
  const askAgain = () => {
    cancel.clear();
    ask.run();
  };
  return (
    <Dialog title="Cancel the stay" onClose={onClose}>
      {ask.isBusy && <Loading rows={2} what="Asking what comes back" />}
      <div aria-live="polite">
        {quote && (
          <dl class="sum" aria-label="What comes back">
            <dt>Paid</dt>
            <dd>{money(quote.paid, quote.currency)}</dd>
            <dt class="total">Comes back ({quote.percent} %)</dt>
            <dd class="total">{money(quote.refund, quote.currency)}</dd>
          </dl>
        )}
      </div>
      <Refusal problem={problem} />
      <div class="row end">
        <Button onClick={onClose}>Keep it</Button>
        {problem || isOver ? (
          <Button onClick={askAgain}>Ask again what comes back</Button>
        ) : (
          quote && (
            <Button look="danger" isBusy={cancel.isBusy} onClick={() => cancel.run()}>
              {quote.refund > 0
                ? `Cancel, and get ${money(quote.refund, quote.currency)} back`
                : "Cancel all the same"}
            </Button>
          )
        )}
      </div>
    </Dialog>
  );
}
