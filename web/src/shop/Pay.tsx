import type { Order } from "kindling-client";
import { useLocation } from "preact-iso";
import { shop } from "../core/backend.ts";
import { OpenPayment } from "../core/payments/OpenPayment.tsx";
import { LinkButton, Notice, Page } from "../core/ui/index.ts";
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

function ToPay({ order, orderId }: { order: Order; orderId: string }) {
  const { route } = useLocation();
  const itsPage = `/shop/orders/${orderId}`;
  return (
    <>
      <div class="row between">
        <p>
          Order <a href={itsPage}>{order.number}</a>
        </p>
        {order.closeAt && <TimeLeft until={order.closeAt} />}
      </div>
      <OpenPayment
        open={() => shop.call.pay({ orderId })}
        returnTo={itsPage}
        onPaid={() => route(`${itsPage}?redirect_status=succeeded`, true)}
      />
    </>
  );
}
