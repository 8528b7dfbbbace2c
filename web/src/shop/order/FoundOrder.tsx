import { doc } from "firebase/firestore";
import type { Order } from "kindling-client";
import { PackageX } from "lucide";
import type { ComponentChildren } from "preact";
import { useRoute } from "preact-iso";
import { shop } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { RequireUser } from "../../core/RequireUser.tsx";
import { Empty, LinkButton, Loading, Refusal } from "../../core/ui/index.ts";

type Show = (order: Order, orderId: string) => ComponentChildren;

/** The order that the page's path names, and what becomes of it. */
export function FoundOrder({ children }: { children: Show }) {
  return (
    <RequireUser why="Orders are for who has placed them.">
      {() => <Following>{children}</Following>}
    </RequireUser>
  );
}

function Following({ children }: { children: Show }) {
  const { orderId = "" } = useRoute().params;
  const { data: order, isLoading, problem } = useDocument(doc(shop.documents.orders, orderId));
  if (isLoading) return <Loading rows={5} what="Fetching the order" />;
  if (order) return <>{children(order, orderId)}</>;
  // Of another's order the rules tell no more than of one that is not there.
  if (problem && problem.code !== "permission-denied") return <Refusal problem={problem} />;
  return (
    <Empty icon={PackageX} title="There is no such order among yours">
      <p>If you have ordered under another account, or as a guest, log in as that.</p>
      <LinkButton href="/shop/orders">Your orders</LinkButton>
    </Empty>
  );
}
