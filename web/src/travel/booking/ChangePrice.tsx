import { useEffect, useState } from "preact/hooks";
import { useAction, useRequestId } from "../../core/action.ts";
import { travel } from "../../core/backend.ts";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";

type Quote = Awaited<ReturnType<typeof travel.call.quoteChange>>;

interface ChangePriceProps {
  stay: Parameters<typeof travel.call.quoteChange>[0];
  onDone: () => void;
}

/** What other dates cost more or less, and the button that takes them at that. */
export function ChangePrice({ stay, onDone }: ChangePriceProps) {
  const [quote, setQuote] = useState<Quote>();
  const { requestId, renew } = useRequestId();
  const ask = useAction(async () => setQuote(await travel.call.quoteChange(stay)));
  useEffect(() => {
    ask.run();
  }, []);
  const change = useAction(async ({ toPay, refund }: Quote) => {
    await travel.call.changeDates({ requestId, ...stay, toPay, refund });
    onDone();
  });
  const askAgain = () => {
    renew();
    change.clear();
    ask.run();
  };
  const isOld = change.problem?.reason === "price-changed";
  return (
    <div class="stack" aria-live="polite">
      {ask.isBusy && <Loading rows={1} what="Asking for the price" />}
      <Refusal problem={ask.problem ?? change.problem} />
      {isOld && <Button onClick={askAgain}>See the new price</Button>}
      {quote && !ask.isBusy && !ask.problem && !isOld && (
        <>
          <p>{difference(quote)}</p>
          <p>
            <Button look="primary" isBusy={change.isBusy} onClick={() => change.run(quote)}>
              {quote.toPay > 0 ? "Hold these dates" : "Move the stay"}
            </Button>
          </p>
        </>
      )}
    </div>
  );
}

function difference({ toPay, refund, totals, currency }: Quote): string {
  const total = `The stay costs ${money(totals.total, currency)} then`;
  if (toPay > 0) return `${total}: ${money(toPay, currency)} more, to be paid within ten minutes.`;
  return refund > 0
    ? `${total}: ${money(refund, currency)} comes back.`
    : `${total}. Nothing is to be paid, and nothing comes back.`;
}
