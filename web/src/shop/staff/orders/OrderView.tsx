import { limit, query, where } from "firebase/firestore";
import type { Order } from "kindling-client";
import { shop } from "../../../core/backend.ts";
import { useQuery } from "../../../core/live.ts";
import { Notice, Refusal, Timeline } from "../../../core/ui/index.ts";
import { money, time } from "../../../core/words.ts";
import { Customer } from "./Customer.tsx";
import { Lines } from "./Lines.tsx";
import { MoneyOfOrder } from "./MoneyOfOrder.tsx";
import { OrderSteps } from "./OrderSteps.tsx";
import { Parcels } from "./Parcels.tsx";
import { StateBadge } from "./StateBadge.tsx";
import { EVENTS } from "./words.ts";

/** All of an order. */
export function OrderView({ orderId, order }: { orderId: string; order: Order }) {
  const itsOwn = [where("subject", "==", `orders/${orderId}`), limit(20)];
  const payments = useQuery(query(shop.documents.payments, ...itsOwn));
  const refunds = useQuery(query(shop.documents.refunds, ...itsOwn));
  const paid = payments.docs.find(({ id }) => id === order.payment)?.data();
  const left = paid ? Math.max(paid.captured - paid.refunding, 0) : 0;
  return (
    <>
      <p class="row" role="status">
        <StateBadge state={order.state} />
        <span class="muted">Ordered {time(order.placedAt)}</span>
      </p>
      {order.review !== null && <Notice tone="warn">Somebody must look: {order.review}</Notice>}
      <div class="split">
        <div class="stack">
          <Lines order={order} />
          <Parcels order={order} />
          <MoneyOfOrder payments={payments} refunds={refunds} />
        </div>
        <div class="stack">
          <OrderSteps orderId={orderId} order={order} left={left} />
          <Refusal problem={payments.problem ?? refunds.problem} />
          <Customer order={order} />
          <section class="card">
            <h2>What happened</h2>
            <Timeline
              moments={order.timeline.map(({ event, at, amount }, index) => ({
                key: `${index}`,
                title: EVENTS[event],
                at: time(at),
                detail: amount !== undefined && <p>{money(amount, order.currency)}</p>,
              }))}
            />
          </section>
        </div>
      </div>
    </>
  );
}
