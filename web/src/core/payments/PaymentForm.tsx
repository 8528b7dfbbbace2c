import type { StripeElements } from "@stripe/stripe-js";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../action.ts";
import { local } from "../local.ts";
import { type Problem, problemOf } from "../problem.ts";
import { Form, Loading, Refusal } from "../ui/index.ts";
import { money } from "../words.ts";
import { loadProvider } from "./provider.ts";
import { Refused } from "./refused.ts";

interface PaymentFormProps {
  /** As `pay`, `payStay` and `payChange` answer it. */
  clientSecret: string;
  /** Minor units. */
  amount: number;
  currency: string;
  /** The path to come back to from the bank, when it asks for 3-D Secure. */
  returnTo: string;
  /** The provider has the money. The back end hears of it itself: listen to the order, or the stay. */
  onPaid: () => void;
}

/**
 * The provider's own form: what is filled in goes to the provider, past us. A card that is declined can be
 * tried again, or another. Where the bank asks, the page is left and comes back to `returnTo`.
 */
export function PaymentForm(props: PaymentFormProps) {
  const { clientSecret, amount, currency, returnTo, onPaid } = props;
  const place = useRef<HTMLDivElement>(null);
  const elements = useRef<StripeElements>(undefined);
  const [isReady, setReady] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  useEffect(() => {
    let isOver = false;
    loadProvider().then(
      (stripe) => {
        if (isOver || !place.current) return;
        const made = stripe.elements({ clientSecret });
        elements.current = made;
        const element = made.create("payment");
        element.on("ready", () => setReady(true));
        element.mount(place.current);
      },
      (error: unknown) => !isOver && setProblem(problemOf(error)),
    );
    return () => {
      isOver = true;
      elements.current?.getElement("payment")?.destroy();
    };
  }, [clientSecret]);

  const pay = useAction(async () => {
    if (!elements.current) return;
    const { error } = await (await loadProvider()).confirmPayment({
      elements: elements.current,
      confirmParams: { return_url: new URL(returnTo, location.href).href },
      redirect: "if_required",
    });
    if (error) throw new Refused(error);
    onPaid();
  });

  return (
    <div class="stack" aria-busy={!isReady && !problem}>
      {!isReady && !problem && <Loading rows={2} what="The payment form is on its way" />}
      <Refusal problem={problem} />
      <Form
        submit={`Pay ${money(amount, currency)}`}
        onSubmit={() => pay.run()}
        isBusy={pay.isBusy || !isReady}
        problem={pay.problem}
      >
        <div ref={place} />
        {local?.paymentsUrl && (
          <p class="hint">
            No money moves here. Cards: 4242 4242 4242 4242 pays, 4000 0000 0000 0002 is declined,
            4000 0025 0000 3155 asks for 3-D Secure; any date to come, any code.
          </p>
        )}
      </Form>
    </div>
  );
}
