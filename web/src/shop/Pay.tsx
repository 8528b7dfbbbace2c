import type { Order } from "kindling-client";
import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../core/action.ts";
import { shop } from "../core/backend.ts";
import { PaymentForm } from "../core/payments/PaymentForm.tsx";
import { Button, LinkButton, Loading, Notice, Page, Refusal } from "../core/ui/index.ts";
import { FoundOrder } from "./order/FoundOrder.tsx";
import { TimeLeft } from "./order/TimeLeft.tsx";
import { STANDINGS } from "./order/words.ts";
import "./shop.css";

/** Where an order is paid. */
export default function Pay() {
  return (
    <Page title="Pay" width="narrow" from={["Your orders", "/shop/orders"]}>
      <FoundOrder>
        {(order, orderId) =>
          order.state === "pending_payment" ? (
            <ToPay order={order} orderId={orderId} />
          ) : (
            <>
              <Notice>There is nothing to pay. {STANDINGS[order.state].sentence}</Notice>
              <LinkButton look="primary" href={`/shop/orders/${orderId}`}>
                To your order
              </LinkButton>
            </>
          )
        }
      </FoundOrder>
    </Page>
  );
}

type Payable = Awaited<ReturnType<typeof shop.call.pay>>;

function ToPay({ order, orderId }: { order: Order; orderId: string }) {
  const { route } = useLocation();
  const [payable, setPayable] = useState<Payable>();
  const open = useAction(async () => setPayable(await shop.call.pay({ orderId })));
  useEffect(() => {
    open.run();
  }, []);
  const itsPage = `/shop/orders/${orderId}`;
  return (
    <>
      <div class="row between">
        <p>
          Order <a href={itsPage}>{order.number}</a>
        </p>
        {order.closeAt && <TimeLeft until={order.closeAt} />}
      </div>
      {open.isBusy && <Loading rows={2} what="Asking the payment provider" />}
      <Refusal problem={open.problem}>
        <Button isSmall onClick={() => open.run()}>
          Try again
        </Button>
      </Refusal>
      {payable && (
        <PaymentForm
          {...payable}
          returnTo={itsPage}
          onPaid={() => route(`${itsPage}?redirect_status=succeeded`, true)}
        />
      )}
    </>
  );
}
