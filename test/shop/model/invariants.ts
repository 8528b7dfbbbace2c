import assert from "node:assert/strict";
import type { OrderState } from "../../../functions/src/shop/order/schema.ts";
import { orderTransitions } from "../../../functions/src/shop/order/states.ts";
import { covers, FEW_USES, held, holdsCoupon, sum } from "./goods.ts";
import type { Goods, Picture } from "./picture.ts";

/** What is always so, whatever happens at once and whatever goes wrong. */
export function mustHold(before: Picture, now: Picture): void {
  shelves(now);
  parcels(now);
  money(now);
  uses(now);
  assert.deepEqual(
    now.mails.filter((mail, index) => now.mails.indexOf(mail) !== index),
    [],
    "no mail is written twice",
  );
  for (const [id, { state }] of Object.entries(now.orders)) {
    const was = before.orders[id]?.state ?? "pending_payment";
    assert.ok(reachable(was).has(state), `nothing leads from ${was} to ${state}`);
  }
}

function shelves({ stock, orders, movements }: Picture): void {
  const promised = sum(Object.values(orders).map(held));
  for (const [sku, { onHand, reserved }] of Object.entries(stock)) {
    assert.ok(0 <= reserved && reserved <= onHand, `${sku}: ${reserved} reserved of ${onHand}`);
    assert.equal(reserved, promised[sku] ?? 0, `${sku}: reserved is what orders wait for`);
    const ledger = Object.values(movements).filter((movement) => movement.sku === sku);
    const moved = ledger.reduce((all, movement) => all + movement.onHand, 0);
    assert.equal(onHand, moved, `${sku}: on hand is what the ledger says`);
  }
}

function parcels({ orders }: Picture): void {
  const all = (goods: Record<string, Goods>) => sum(Object.values(goods));
  for (const { lines, shipments, returns } of Object.values(orders)) {
    assert.ok(covers(lines, all(shipments)), "no more is shipped than was ordered");
    assert.ok(covers(all(shipments), all(returns)), "no more comes back than was shipped");
  }
}

function money({ orders, payments, refunds }: Picture): void {
  for (const [id, { captured, refunding, refunded }] of Object.entries(payments)) {
    const inOrder = 0 <= refunded && refunded <= refunding && refunding <= captured;
    assert.ok(
      inOrder,
      `payment: ${refunded} refunded, ${refunding} refunding, ${captured} captured`,
    );
    const own = Object.values(refunds).filter(({ payment }) => payment === id);
    const total = (...states: string[]) =>
      own.reduce((all, { state, amount }) => all + (states.includes(state) ? amount : 0), 0);
    assert.equal(refunding, total("pending", "succeeded"), "refunding is the sum of the refunds");
    assert.equal(refunded, total("succeeded"), "refunded is the sum of those that were made");
  }
  for (const order of Object.values(orders)) {
    const paid = payments[order.payment ?? ""];
    assert.equal(order.refunded, paid?.refunded ?? 0, "the order knows what has been given back");
  }
}

function uses({ coupons, orders }: Picture): void {
  const holding = Object.values(orders).filter(holdsCoupon);
  const few = holding.filter(({ coupon }) => coupon === "FEW").length;
  assert.equal(coupons.FEW?.uses, few, "the uses of FEW are the orders that hold it");
  assert.ok(few <= FEW_USES, `FEW has been used ${few} times`);
  for (const [uid, own] of Object.entries(coupons.ONCE?.byPerson ?? {})) {
    const once = holding.filter((order) => order.coupon === "ONCE" && order.uid === uid).length;
    assert.equal(own, once, `the uses of ONCE by ${uid} are the orders that hold it`);
    assert.ok(own <= 1, `${uid} has used ONCE ${own} times`);
  }
}

/** The states that an order may have got to, in any number of steps. */
function reachable(from: OrderState, found = new Set<OrderState>([from])): Set<OrderState> {
  for (const state of Object.values(orderTransitions[from]).flat()) {
    if (!found.has(state)) reachable(state, found.add(state));
  }
  return found;
}
