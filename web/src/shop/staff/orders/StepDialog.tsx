import { useAction } from "../../../core/action.ts";
import { shop } from "../../../core/backend.ts";
import { Confirm } from "../../../core/ui/index.ts";
import type { StepProps } from "./OrderSteps.tsx";
import { RefundDialog } from "./RefundDialog.tsx";
import { ReturnDialog } from "./ReturnDialog.tsx";
import { ShipDialog } from "./ShipDialog.tsx";
import { STEPS, type Step } from "./steps.ts";

export interface StepDialogProps extends StepProps {
  onDone: () => void;
  onClose: () => void;
}

/** Asks what a step needs to know, and takes it. */
export function StepDialog({ step, ...props }: StepDialogProps & { step: Step }) {
  if (step === "ship") return <ShipDialog {...props} />;
  if (step === "return") return <ReturnDialog {...props} />;
  if (step === "refund") return <RefundDialog {...props} />;
  return <ConfirmStep {...props} step={step} />;
}

type Confirmed = Exclude<Step, "ship" | "return" | "refund">;

const CONSEQUENCES: Record<Confirmed, string> = {
  deliver:
    "All of it has arrived. The customer gets a mail, and may review from then on what they bought.",
  cancelRest:
    "What has not been shipped will not be. Its goods are free again, and the customer gets a mail. What they have paid for it you give back yourself.",
  cancel:
    "Its goods are free again, and what has been paid goes back by itself. The customer gets a mail.",
};

const CALLS = {
  deliver: shop.call.deliverOrder,
  cancelRest: shop.call.cancelRest,
  cancel: shop.call.cancelOrder,
};

function ConfirmStep({ step, orderId, onDone, onClose }: StepDialogProps & { step: Confirmed }) {
  const action = useAction(async () => {
    await CALLS[step]({ orderId });
    onDone();
  });
  const { title } = STEPS[step];
  return (
    <Confirm title={title} confirm={title} action={action} onClose={onClose}>
      <p>{CONSEQUENCES[step]}</p>
    </Confirm>
  );
}
