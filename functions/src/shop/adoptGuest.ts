import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { create, decide, merge, remove, update } from "../core/decide.ts";
import { idOf } from "../core/id.ts";
import { inPages } from "../core/inPages.ts";
import { handOverPayments } from "../core/payments/handOver.ts";
import { guestOf } from "./guest/guestOf.ts";
import { mergeCarts } from "./guest/mergeCarts.ts";
import { movePurchases } from "./guest/movePurchases.ts";
import { AdoptGuest } from "./inputs.ts";
import { orders } from "./order/schema.ts";
import { addresses, carts } from "./schema.ts";

/**
 * Makes what somebody did as a guest theirs, when they sign in to an account that they had
 * already: orders with their payments and refunds, addresses, what they bought with what they said of
 * it, and the cart, put together with theirs. (A guest without an account links one to themselves, and
 * stays who they are.) Orders keep their ids, numbers and the address that was given for their mails.
 * What a coupon has counted of the guest is left: nothing, since those by person are for accounts.
 *
 * Answers `{ orders }`, how many the guest had. Not one commit but many: after a failure, call it
 * again, as often as one likes; what has been moved stays moved, and calls at once do no harm.
 * Refuses what `guestOf` refuses, and `resource-exhausted`/`too-many-requests` over 20 an hour.
 */
export const adoptGuest = callable(
  { access: "verified", input: AdoptGuest, limit: { calls: 20, seconds: 3600 } },
  async ({ guestToken }, caller) => {
    const guest = await guestOf(guestToken, caller);
    const moved = await inPages(orders.where("uid", "==", guest), (order) => [
      update(order, { uid: caller.uid }),
    ]);
    await handOverPayments(guest, caller.uid);
    await moveAddresses(guest, caller.uid);
    await movePurchases(guest, caller.uid);
    await moveCart(guest, caller.uid);
    return { orders: moved };
  },
);

/** Under ids of their own: both may have called one "home". */
const moveAddresses = (from: string, to: string): Promise<number> =>
  inPages(addresses(from), (address) => [
    merge(addresses(to).doc(idOf("address", from, address.id)), address.data()),
    remove(address),
  ]);

const moveCart = (from: string, to: string): Promise<void> =>
  decide(async (read) => {
    const [theirs, own] = await read(carts.doc(from), carts.doc(to));
    if (!theirs.exists) return { answer: undefined };
    const lines = mergeCarts(own.data()?.lines, theirs.data()?.lines);
    const cart = { lines, updatedAt: stamp() };
    const write = own.exists ? update(own, cart) : create(own.ref, cart);
    return { answer: undefined, writes: [write, remove(theirs)] };
  });
