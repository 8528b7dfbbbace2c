import { FieldValue } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { create, decide, merge, type Write } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { counterOf, spend } from "../core/limits.ts";
import { formatMoney } from "../core/money.ts";
import { refuse } from "../core/refuse.ts";
import { discountOf, nameCoupon, readCoupon, redeem } from "./coupons.ts";
import { PlaceOrder, type RequestedLine } from "./inputs.ts";
import { orderConfirmed } from "./order/mails.ts";
import { newOrder } from "./order/newOrder.ts";
import { type Order, orders, type Totals } from "./order/schema.ts";
import { writeToCustomer } from "./order/writeToCustomer.ts";
import { priceOrder } from "./priceOrder.ts";
import { currency } from "./rates.ts";
import { carts } from "./schema.ts";
import { reserve } from "./stock/moves.ts";
import { readShelves } from "./stock/shelf.ts";

/** A person does not order more often than this; a script that ties up the stock would like to. */
export const ORDER_LIMIT = { calls: 20, seconds: 3600 };

/**
 * Places an order for the caller, guests included: fixes the prices, takes off the coupon, reserves
 * the stock and takes the lines out of the cart, all or nothing. It is then held for half an hour,
 * to be paid (`pay`). Calling again with the same `requestId` answers with the order that the first
 * call made, also when the stock is gone by then.
 *
 * Answers `{ orderId, number, state, totals, currency }`, amounts in minor units. An order that
 * costs nothing is `paid` at once.
 *
 * Refuses, beside what `callable` does: `invalid-argument`/`email-needed` to a guest who gives
 * none; `failed-precondition` with `not-for-sale`, `price-changed` (each names the `line`, or the
 * new `total`), `out-of-stock` (`line`, `left`), `amount-too-large` or what `discountOf` and
 * `redeem` refuse; `already-exists`/`request-id-reused`; `resource-exhausted`/`too-many-requests`
 * over 20 orders or 60 coupons an hour; `aborted`/`contention` and `unavailable`/`not-confirmed`, after which the
 * same request may be sent again.
 */
export const placeOrder = callable(
  {
    access: "signed-in",
    input: PlaceOrder,
    // Orders of a hot product share a commit with those of the same instance.
    options: { concurrency: 250, memory: "512MiB" },
  },
  ({ requestId, ...request }, caller) =>
    decide(async (read) => {
      const fingerprint = fingerprintOf(request);
      const [placed] = await read(orders.doc(idOf(caller.uid, requestId)));
      const existing = placed.data();
      if (existing) {
        refuseOtherInput(existing.fingerprint, fingerprint);
        return { answer: receipt(placed.id, existing) };
      }

      const { lines, shipTo, shownTotal } = request;
      const email = addressOf(caller, request.email);
      // Before the rest is read: who orders too often costs no more than this.
      const [counter] = await read(counterOf("shop.orders", caller.uid));
      const counted = spend(counter, ORDER_LIMIT, requestId);
      await nameCoupon(request.coupon, caller, requestId);
      const coupon = await readCoupon(read, request.coupon, caller.uid);
      const shelves = await readShelves(read, lines);
      const catalogue = shelves.map(({ variant }) => variant.data());
      const priced = priceOrder(lines, catalogue, shipTo.country, (goods) =>
        coupon ? discountOf(coupon.coupon.data(), goods) : 0,
      );
      refuseOtherTotal(priced.totals, shownTotal);

      const order = newOrder(placed.id, {
        ...priced,
        uid: caller.uid,
        email,
        ownAddress: caller.verified,
        shipTo,
        coupon: request.coupon ?? null,
        fingerprint,
      });
      const { joint, writes } = reserve(shelves);
      return {
        answer: receipt(placed.id, order),
        joint,
        writes: [
          create(placed.ref, order),
          ...writes,
          takeFromCart(caller.uid, lines),
          ...redeem(coupon, caller),
          ...counted,
          ...(order.state === "paid"
            ? writeToCustomer(order, "order-confirmed", placed.id, orderConfirmed(order))
            : []),
        ],
      };
    }),
);

/** Where the mails of an order go: somebody's own address, and that of a guest as they say. */
function addressOf({ verified, email }: Caller, given: string | undefined): string {
  const address = verified ? email : given;
  if (address === undefined) {
    refuse("invalid-argument", "email-needed", "Say where to send mails about the order.", {
      fields: [{ field: "email", message: "is needed of guests" }],
    });
  }
  return address;
}

const receipt = (orderId: string, { number, state, totals }: Order) => ({
  orderId,
  number,
  state,
  totals,
  currency,
});

function refuseOtherTotal({ total }: Totals, shown: number | undefined): void {
  if (shown === undefined || shown === total) return;
  const sentence = `The total is ${formatMoney(total, currency)} now.`;
  refuse("failed-precondition", "price-changed", sentence, { total });
}

/** Only what was ordered leaves the cart: another device may have put more in meanwhile. */
const takeFromCart = (uid: string, lines: readonly RequestedLine[]): Write =>
  merge(carts.doc(uid), {
    lines: Object.fromEntries(lines.map(({ sku }) => [sku, FieldValue.delete()])),
    updatedAt: FieldValue.serverTimestamp(),
  });
