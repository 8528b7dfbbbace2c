import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { PaymentForm } from "../../core/payments/PaymentForm.tsx";
import { Button, Loading, Notice, Refusal } from "../../core/ui/index.ts";

interface Payable {
  clientSecret: string;
  amount: number;
}

interface PaymentProps {
  ask: () => Promise<Payable>;
  amount: number;
  currency: string;
  /** The page that this is on. */
  returnTo: string;
}

/** The way to pay. Whether it has been paid is seen in the booking, not here. */
export function Payment({ ask, amount, currency, returnTo }: PaymentProps) {
  const { query } = useLocation();
  const cameBack = query.redirect_status;
  const [payable, setPayable] = useState<Payable>();
  const [isPaid, setPaid] = useState(cameBack === "succeeded");
  const open = useAction(async () => setPayable(await ask()));
  useEffect(() => {
    if (!isPaid) open.run();
  }, []);
  if (isPaid) return <Notice>The payment has gone through. The confirmation comes here.</Notice>;
  return (
    <>
      {cameBack === "failed" && (
        <Notice tone="warn">
          Your bank has not let the payment through. Nothing was paid: try again, or take another
          card.
        </Notice>
      )}
      {open.isBusy && <Loading rows={2} what="Preparing the payment" />}
      <Refusal problem={open.problem}>
        <Button isSmall onClick={() => open.run()}>
          Try again
        </Button>
      </Refusal>
      {payable && (
        <PaymentForm
          clientSecret={payable.clientSecret}
          amount={amount}
          currency={currency}
          returnTo={returnTo}
          onPaid={() => setPaid(true)}
        />
      )}
    </>
  );
}
