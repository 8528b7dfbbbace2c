import type { Order as OrderShape } from "kindling-client";
import { useLocation } from "preact-iso";
import { useSession } from "../core/session.tsx";
import { Badge, LinkButton, Notice, Page } from "../core/ui/index.ts";
import { CancelOrder } from "./order/CancelOrder.tsx";
import { FoundOrder } from "./order/FoundOrder.tsx";
import { OrderLines } from "./order/OrderLines.tsx";
import { Story } from "./order/Story.tsx";
import { TimeLeft } from "./order/TimeLeft.tsx";
import { WhereItGoes } from "./order/WhereItGoes.tsx";
import { canCancel, STANDINGS } from "./order/words.ts";
import "./shop.css";

/** An order and its whole story, as it goes on. */
export default function Order() {
  return (
    <Page title="Your order" from={["Your orders", "/shop/orders"]}>
      <FoundOrder>{(order, orderId) => <Shown order={order} orderId={orderId} />}</FoundOrder>
    </Page>
  );
}

function Shown({ order, orderId }: { order: OrderShape; orderId: string }) {
  const { isGuest } = useSession();
  const { path } = useLocation();
  const { word, tone, sentence } = STANDINGS[order.state];
  return (
    <>
      <div class="stack close" aria-live="polite">
        <p class="row">
          <span class="strong">{order.number}</span> <Badge tone={tone}>{word}</Badge>
        </p>
        <p>{sentence}</p>
      </div>
      {order.state === "pending_payment" && <ToPay order={order} orderId={orderId} />}
      <div class="split">
        <div class="stack">
          <OrderLines order={order} />
        </div>
        <div class="stack">
          <section class="card" aria-labelledby="story">
            <h2 id="story">What has happened</h2>
            <Story of={order} />
          </section>
          <WhereItGoes order={order} />
          {isGuest && (
            <p class="hint">
              You have ordered as a guest. <a href={`/signup?next=${path}`}>Sign up</a>, and you
              find this order again on all your devices.
            </p>
          )}
          {canCancel(order) && <CancelOrder orderId={orderId} isPaid={order.state === "paid"} />}
        </div>
      </div>
    </>
  );
}

/** What the bank has said, where somebody comes back from it; else the way to pay. */
function ToPay({ order, orderId }: { order: OrderShape; orderId: string }) {
  const { redirect_status: outcome } = useLocation().query;
  if (outcome === "succeeded") {
    return (
      <Notice tone="good">
        Your payment is on its way to us. This page says so by itself as soon as it is here.
      </Notice>
    );
  }
  return (
    <>
      {outcome === "failed" && (
        <Notice tone="warn">
          Your bank has not approved the payment. Nothing was paid. Try again, or take another card.
        </Notice>
      )}
      <div class="row">
        <LinkButton look="primary" href={`/shop/orders/${orderId}/pay`}>
          {outcome === "failed" ? "Try again" : "Pay now"}
        </LinkButton>
        {order.closeAt && <TimeLeft until={order.closeAt} />}
      </div>
    </>
  );
}
