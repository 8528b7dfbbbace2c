import type { Payment, Refund } from "kindling-client";
import type { LiveQuery } from "../../../core/live.ts";
import { Badge } from "../../../core/ui/index.ts";
import { money, time } from "../../../core/words.ts";

const PAYMENTS: Record<Payment["state"], readonly [string, "plain" | "good" | "bad"]> = {
  created: ["Begun", "plain"],
  processing: ["At the bank", "plain"],
  failed: ["Did not go through", "bad"],
  canceled: ["Given up", "plain"],
  succeeded: ["Received", "good"],
};

const REFUNDS: Record<Refund["state"], readonly [string, "plain" | "good" | "bad"]> = {
  pending: ["On its way", "plain"],
  succeeded: ["Given back", "good"],
  failed: ["Did not go through", "bad"],
};

/** Payments and refunds of an order, as the provider has told of them. */
export function MoneyOfOrder(props: { payments: LiveQuery<Payment>; refunds: LiveQuery<Refund> }) {
  const payments = props.payments.docs.map((payment) => ({ id: payment.id, ...payment.data() }));
  const refunds = props.refunds.docs.map((refund) => ({ id: refund.id, ...refund.data() }));
  return (
    <section class="card">
      <h2>Money</h2>
      {payments.length === 0 && <p class="muted">Nobody has begun to pay yet.</p>}
      <ul class="lines staff-short">
        {payments.sort(byTime).map((payment) => (
          <li key={payment.id}>
            <div class="what">
              <p class="row">
                <span class="strong">Payment</span>
                <Badge tone={PAYMENTS[payment.state][1]}>{PAYMENTS[payment.state][0]}</Badge>
              </p>
              <p class="hint">{time(payment.createdAt)}</p>
              {payment.problem !== null && <p class="hint">Last try: {payment.problem}</p>}
              {payment.review !== null && <p class="wrong">{payment.review}</p>}
            </div>
            <p class="price">{money(payment.amount, payment.currency)}</p>
          </li>
        ))}
        {refunds.sort(byTime).map((refund) => (
          <li key={refund.id}>
            <div class="what">
              <p class="row">
                <span class="strong">Refund</span>
                <Badge tone={REFUNDS[refund.state][1]}>{REFUNDS[refund.state][0]}</Badge>
              </p>
              {refund.reason !== "" && <p>{refund.reason}</p>}
              <p class="hint">{time(refund.createdAt)}</p>
            </div>
            <p class="price">{money(-refund.amount, refund.currency)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const byTime = (one: Payment | Refund, other: Payment | Refund): number =>
  one.createdAt.toMillis() - other.createdAt.toMillis();
