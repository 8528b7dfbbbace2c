import type { Order } from "kindling-client";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../../core/ui/index.ts";
import { StepDialog } from "./StepDialog.tsx";
import { STEPS, type Step, stepsOf } from "./steps.ts";

export interface StepProps {
  orderId: string;
  order: Order;
  /** What can be given back, in minor units. */
  left: number;
}

/** What staff can do about an order: only what its state allows. */
export function OrderSteps(props: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [open, setOpen] = useState<Step>();
  const [done, setDone] = useState<{ step: Step }>();
  const steps = stepsOf(props.order, props.left);
  useEffect(() => {
    // The button that was pressed is gone, or will be in a moment.
    if (done && !open) heading.current?.focus();
  }, [done, open]);
  const ask = (step: Step) => {
    setDone(undefined);
    setOpen(step);
  };
  return (
    <section class="card">
      <div class="staff-done">
        <h2 ref={heading} tabIndex={-1}>
          What to do
        </h2>
        <div role="status">{done && <p class="notice good">{STEPS[done.step].done}</p>}</div>
      </div>
      {steps.length === 0 && <p class="muted">There is nothing to do about this order.</p>}
      <div class="stack close">
        {steps.map((step) => (
          <Button key={step} look={lookOf(step)} onClick={() => ask(step)}>
            {STEPS[step].title}
          </Button>
        ))}
      </div>
      {open && (
        <StepDialog
          {...props}
          step={open}
          onDone={() => setDone({ step: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  );
}

const lookOf = (step: Step) => {
  if (step === "ship" || step === "deliver") return "primary";
  return step === "cancel" || step === "cancelRest" ? "danger" : "plain";
};
