import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { cancelRest } from "../../../functions/src/shop/cancelRest.ts";
import { deliverOrder } from "../../../functions/src/shop/deliverOrder.ts";
import { OrderState } from "../../../functions/src/shop/order/schema.ts";
import { isAllowed, orderTransitions } from "../../../functions/src/shop/order/states.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { refundOrder } from "../../../functions/src/shop/refundOrder.ts";
import { returnOrder } from "../../../functions/src/shop/returnOrder.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, type Placed } from "../support/orders.ts";
import { bringTo, parcel } from "../support/states.ts";
import { transitions } from "../support/transitions.ts";

type Deed = (placed: Placed, manager: Person) => Promise<unknown>;

const lines = ({ sku }: Placed) => [{ sku, quantity: 1 }];

/** What people do, by a callable of theirs. */
const deeds = {
  pay: ({ orderId, person }) => call(pay, person, { orderId }),
  cancel: ({ orderId, person }) => call(cancelOrder, person, { orderId }),
  cancel_rest: ({ orderId }, manager) => call(cancelRest, manager, { orderId }),
  ship: (placed, manager) =>
    call(shipOrder, manager, { ...parcel(placed.orderId), lines: lines(placed) }),
  deliver: ({ orderId }, manager) => call(deliverOrder, manager, { orderId }),
  return: (placed, manager) =>
    call(returnOrder, manager, {
      requestId: randomUUID(),
      orderId: placed.orderId,
      lines: lines(placed),
    }),
  refund: ({ orderId }, manager) =>
    call(refundOrder, manager, { requestId: randomUUID(), orderId, amount: 1 }),
} satisfies Record<string, Deed>;

type Deeds = keyof typeof deeds;
const isDeed = (action: string): action is Deeds => action in deeds;

describe("shop: the states of an order", () => {
  const use = useCheckedShop();
  let manager: Person;
  beforeEach(async () => {
    manager = await member("order_manager");
  });

  for (const state of OrderState.options) {
    const forbidden = Object.keys(deeds).filter((deed) => !isAllowed(state, deed as Deeds));
    it(`${state}: ${forbidden.join(", ")} are refused, and nothing is written`, async () => {
      const placed = await bringTo(state, manager);
      await untilHeard(use.simulator);
      const before = await orderOf(placed.orderId);
      assert.equal(before.state, state);
      const possible = Object.keys(orderTransitions[state]);
      // Who has cancelled may ask again, and hears that the money is back.
      for (const deed of forbidden.filter((one) => state !== "refunded" || one !== "cancel")) {
        const cost = await firestore.costOf(async () => {
          const attempt = deeds[deed as Deeds](placed, manager);
          const about = await refused(attempt, "failed-precondition", "wrong-state");
          assert.deepEqual(about, { state, possible, reason: "wrong-state" }, deed);
        });
        assert.equal(cost.writes + cost.deletes, 0, deed);
      }
      assert.deepEqual(await orderOf(placed.orderId), before);
    });
  }

  for (const { from, action, to } of transitions) {
    if (!isDeed(action)) continue;
    it(`${from}: ${action} leads to ${to.join(" or ")}`, async () => {
      const placed = await bringTo(from, manager);
      const attempt = deeds[action](placed, manager);
      const { payment } = await orderOf(placed.orderId);
      const paid = payment ? (await payments.doc(payment).get()).data() : undefined;
      // Of what is on its way back already, nothing is left to be given back.
      const left = paid ? paid.captured - paid.refunding : 0;
      if (action === "refund" && left === 0) {
        await attempt.then(
          () => assert.fail("there was nothing to refund"),
          ({ details }) => assert.match(details.reason, /^(nothing-to-refund|refund-too-large)$/),
        );
      } else await attempt;
      const { state } = await orderOf(placed.orderId);
      // Closing goes on at once, where the provider answers.
      const ends = to.flatMap((next) => [next, ...(orderTransitions[next].release ?? [])]);
      assert.ok(ends.includes(state), `${state} is none of ${ends}`);
      if (action === "pay") assert.ok((await provider().paymentIntents.list()).data.length > 0);
    });
  }
});
