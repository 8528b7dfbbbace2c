import { doc } from "firebase/firestore";
import { useRoute } from "preact-iso";
import { shop } from "../../../core/backend.ts";
import { StaffPage } from "../../../core/staff/StaffPage.tsx";
import { Followed, useStaffDocument } from "../Followed.tsx";
import { MINDS_ORDERS } from "../roles.ts";
import { OrderView } from "./OrderView.tsx";
import "../staff.css";

/** An order, and what staff do about it. */
export default function OrderPage() {
  const { orderId = "" } = useRoute().params;
  const order = useStaffDocument(doc(shop.documents.orders, orderId));
  return (
    <StaffPage
      title={order.data ? `Order ${order.data.number}` : "Order"}
      roles={MINDS_ORDERS}
      from={["Orders", "/staff/orders"]}
    >
      <Followed
        of={order}
        missing="There is no such order"
        instead={<p>Look for it by its number, among the orders.</p>}
      >
        {(data) => <OrderView key={orderId} orderId={orderId} order={data} />}
      </Followed>
    </StaffPage>
  );
}
