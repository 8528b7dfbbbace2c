import type { DocumentSnapshot } from "firebase-admin/firestore";
import { type Caller, isStaff } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import type { Order } from "./schema.ts";

/** An order that was read. Refuses `not-found`/`no-such-order`. */
export const existing = (order: DocumentSnapshot<Order>): Order => order.data() ?? none();

/** An order that is the caller's own. Another's is refused as if it were not there. */
export function own(order: DocumentSnapshot<Order>, { uid }: Caller): Order {
  const current = existing(order);
  return current.uid === uid ? current : none();
}

/** An order that is the caller's own or that they look after as staff; else as `own`. */
export async function ownOrManaged(order: DocumentSnapshot<Order>, caller: Caller): Promise<Order> {
  const current = existing(order);
  if (current.uid === caller.uid) return current;
  return (await isStaff(caller, ["order_manager"])) ? current : none();
}

const none = (): never => refuse("not-found", "no-such-order", "There is no such order.");
