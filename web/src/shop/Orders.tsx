import { Package } from "lucide";
import { shop } from "../core/backend.ts";
import { usePages } from "../core/pages.ts";
import { RequireUser } from "../core/RequireUser.tsx";
import { Empty, LinkButton, Loading, More, Page, Refusal } from "../core/ui/index.ts";
import { CartLink } from "./cart/CartLink.tsx";
import { OrderCard } from "./order/OrderCard.tsx";
import "./shop.css";

const PAGE_SIZE = 10;

/** What somebody has ordered, the latest first. */
export default function Orders() {
  return (
    <Page title="Your orders" from={["Shop", "/shop"]} actions={<CartLink />}>
      <RequireUser why="Your orders are kept under your account.">
        {({ uid }) => <OrdersOf uid={uid} />}
      </RequireUser>
    </Page>
  );
}

function OrdersOf({ uid }: { uid: string }) {
  const orders = usePages(shop.documents.ordersOf(uid, PAGE_SIZE), PAGE_SIZE);
  if (orders.isLoading) return <Loading what="Fetching your orders" />;
  if (orders.docs.length === 0 && !orders.problem) {
    return (
      <Empty icon={Package} title="You have not ordered anything yet">
        <LinkButton href="/shop" look="primary">
          Look around the shop
        </LinkButton>
      </Empty>
    );
  }
  return (
    <>
      <ul class="stack">
        {orders.docs.map((order) => (
          <OrderCard key={order.id} id={order.id} order={order.data()} />
        ))}
      </ul>
      <Refusal problem={orders.problem} />
      <More of={orders} />
    </>
  );
}
