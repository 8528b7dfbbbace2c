import { useEffect, useState } from "preact/hooks";
import { useAction } from "../action.ts";
import { Button, Loading, Refusal } from "../ui/index.ts";
import { PaymentForm } from "./PaymentForm.tsx";

/** As `pay`, `payStay` and `payChange` answer it; amount in minor units. */
interface Payable {
  clientSecret: string;
  amount: number;
  currency: string;
}

interface OpenPaymentProps {
  /** Opens the payment at the back end, or finds the one that is open. */
  open: () => Promise<Payable>;
  /** As of the `PaymentForm`. */
  returnTo: string;
  onPaid: () => void;
}

/** Opens a payment, and shows the form for it. What is refused can be tried again. */
export function OpenPayment({ open, returnTo, onPaid }: OpenPaymentProps) {
  const [payable, setPayable] = useState<Payable>();
  const opening = useAction(async () => setPayable(await open()));
  useEffect(() => {
    opening.run();
  }, []);
  if (payable) return <PaymentForm {...payable} returnTo={returnTo} onPaid={onPaid} />;
  return (
    <>
      {opening.isBusy && <Loading rows={2} what="Asking the payment provider" />}
      <Refusal problem={opening.problem}>
        <Button isSmall onClick={() => opening.run()}>
          Try again
        </Button>
      </Refusal>
    </>
  );
}
