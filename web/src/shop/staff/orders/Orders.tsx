import type { OrderState } from "kindling-client";
import { PackageCheck } from "lucide";
import { shop } from "../../../core/backend.ts";
import { usePages } from "../../../core/pages.ts";
import { Choice, useChosen } from "../../../core/staff/Choice.tsx";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Empty, Loading, More, Refusal } from "../../../core/ui/index.ts";
import { MINDS_ORDERS } from "../roles.ts";
import { FindOrder } from "./FindOrder.tsx";
import { OrderRow } from "./OrderRow.tsx";
import { STATES } from "./words.ts";
import "../staff.css";

/** The orders that are in a state: first those that wait for a parcel. */
export default function Orders() {
  return (
    <StaffPage title="Orders" roles={MINDS_ORDERS}>
      <OrdersByState />
    </StaffPage>
  );
}

const PAGE_SIZE = 20;

/** Those that are being closed are not offered: in a moment they are closed. */
const CHOICES = [
  choice("paid"),
  choice("part_shipped"),
  choice("shipped"),
  choice("delivered"),
  choice("returned"),
  choice("refunded"),
  choice("pending_payment"),
  choice("expired"),
  choice("cancelled"),
] as const;

function choice(state: OrderState): readonly [OrderState, string] {
  return [state, STATES[state][0]];
}

function OrdersByState() {
  const state = useChosen(CHOICES);
  const orders = usePages(shop.documents.ordersIn(state, PAGE_SIZE), PAGE_SIZE);
  return (
    <>
      <FindOrder />
      <Choice label="How the orders stand" options={CHOICES} chosen={state} />
      {orders.isLoading && <Loading />}
      <Refusal problem={orders.problem} />
      {!orders.isLoading && !orders.problem && orders.docs.length === 0 && (
        <Empty icon={PackageCheck} title="There are none of these">
          <p>Look among those that stand in another way.</p>
        </Empty>
      )}
      <ul class="lines staff-short">
        {orders.docs.map((order) => (
          <OrderRow key={order.id} orderId={order.id} order={order.data()} />
        ))}
      </ul>
      <More of={orders} />
    </>
  );
}
