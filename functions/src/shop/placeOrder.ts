import { FieldValue } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { stamp } from "../core/clock.ts";
import { create, decide, merge, type Write } from "../core/decide.ts";
import { fingerprintOf, idOf, numberOf, refuseOtherInput } from "../core/id.ts";
import { counterOf, spend } from "../core/limits.ts";
import { queueMail } from "../core/mail/queue.ts";
import { formatMoney } from "../core/money.ts";
import { refuse } from "../core/refuse.ts";
import { orderConfirmation } from "./orderConfirmation.ts";
import { type PricedOrder, priceOrder } from "./priceOrder.ts";
import { currency } from "./rates.ts";
import {
  carts,
  type Order,
  orders,
  PlaceOrder,
  type RequestedLine,
  type ShippingAddress,
  type Totals,
} from "./schema.ts";
import { readShelves, reserve } from "./stock.ts";

/** A person does not order more often than this; a script that ties up the stock would like to. */
export const ORDER_LIMIT = { calls: 20, seconds: 3600 };

/**
 * Places an order for the caller: fixes the prices, reserves the stock, takes the lines out of
 * the cart and queues the confirmation, all or nothing. Calling again with the same `requestId`
 * answers with the order that the first call made, also when the stock is gone by then.
 *
 * Answers `{ orderId, number, state, totals, currency }`, amounts in minor units.
 *
 * Refuses, beside what `callable` does: `failed-precondition` with `not-for-sale`,
 * `price-changed` (each names the `line`, or the new `total`), `out-of-stock` (`line`, `left`) or
 * `amount-too-large`; `already-exists`/`request-id-reused`; `resource-exhausted`/
 * `too-many-requests` over 20 orders an hour; `aborted`/`contention` and `unavailable`/
 * `not-confirmed`, after which the same request may be sent again.
 */
export const placeOrder = callable(
  { access: "verified", input: PlaceOrder },
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
      // Before the rest is read: who orders too often costs no more than this.
      const [counter] = await read(counterOf("shop.orders", caller.uid));
      const counted = spend(counter, ORDER_LIMIT, requestId);
      const skus = lines.map(({ sku }) => sku);
      const shelves = await readShelves(read, skus);
      const catalogue = shelves.map(({ variant }) => variant.data());
      const priced = priceOrder(lines, catalogue, shipTo.country);
      refuseOtherTotal(priced.totals, shownTotal);

      const order = orderOf(placed.id, caller, priced, shipTo, fingerprint);
      return {
        answer: receipt(placed.id, order),
        writes: [
          create(placed.ref, order),
          ...shelves.flatMap((shelf, index) => reserve(shelf, lines[index]?.quantity ?? 0)),
          takeFromCart(caller.uid, lines),
          queueMail("order-confirmation", placed.id, order.email, orderConfirmation(order)),
          ...counted,
        ],
      };
    }),
);

function orderOf(
  id: string,
  { uid, email }: Caller,
  { lines, totals }: PricedOrder,
  shipTo: ShippingAddress,
  fingerprint: string,
): Order {
  if (email === undefined) throw new Error("a verified caller has an address");
  const at = stamp();
  return {
    number: numberOf(id),
    uid,
    email,
    state: "pending_payment",
    lines,
    totals,
    currency,
    shipTo,
    timeline: [{ event: "placed", at }],
    placedAt: at,
    fingerprint,
  };
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
