import type { ComponentProps } from "preact";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { OpenPayment } from "../../core/payments/OpenPayment.tsx";
import { Notice } from "../../core/ui/index.ts";

/** The way to pay, on the page that the bank leads back to. Whether it has been paid is seen in the booking. */
export function Payment(props: Omit<ComponentProps<typeof OpenPayment>, "onPaid">) {
  const cameBack = useLocation().query.redirect_status;
  const [isPaid, setPaid] = useState(cameBack === "succeeded");
  if (isPaid) return <Notice>The payment has gone through. The confirmation comes here.</Notice>;
  return (
    <>
      {cameBack === "failed" && (
        <Notice tone="warn">
          Your bank has not let the payment through. Nothing was paid: try again, or take another
          card.
        </Notice>
      )}
      <OpenPayment {...props} onPaid={() => setPaid(true)} />
    </>
  );
}
