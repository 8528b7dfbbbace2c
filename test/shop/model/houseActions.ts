import { idOf } from "../../../functions/src/core/id.ts";
import { executeRefund } from "../../../functions/src/core/payments/executeRefund.ts";
import { reconcile } from "../../../functions/src/core/payments/reconcile.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { adjustStock } from "../../../functions/src/shop/adjustStock.ts";
import { sweepOrders } from "../../../functions/src/shop/expireOrders.ts";
import { receiveStock } from "../../../functions/src/shop/receiveStock.ts";
import { call } from "../../support/call.ts";
import type { Action } from "./action.ts";
import { close, execute, reconcileIn } from "./money.ts";
import type { Picture } from "./picture.ts";
import { inventory } from "./world.ts";

// What the shop does by itself or for itself.

export const receiving = (requestId: string, sku: string, quantity: number): Action => {
  const movement = idOf("delivery", inventory.uid, requestId);
  return {
    repeatable: true,
    text: `receives ${quantity} ${sku}`,
    refusals: () => [],
    outcome: (picture) => count(picture, movement, sku, quantity),
    act: () => call(receiveStock, inventory, { requestId, sku, quantity }),
  };
};

export const adjusting = (requestId: string, sku: string, difference: number): Action => {
  const movement = idOf("adjustment", inventory.uid, requestId);
  return {
    repeatable: true,
    text: `counts ${difference} ${sku}`,
    refusals({ stock, movements }) {
      const { onHand, reserved } = stock[sku]!;
      return movements[movement] || onHand + difference >= reserved ? [] : ["promised"];
    },
    outcome: (picture) => count(picture, movement, sku, difference),
    act: () => call(adjustStock, inventory, { requestId, sku, difference, reason: "count" }),
  };
};

function count({ stock, movements }: Picture, id: string, sku: string, onHand: number): void {
  if (movements[id]) return;
  movements[id] = { sku, onHand };
  stock[sku]!.onHand += onHand;
}

export const sweeping = (): Action => ({
  text: "closes what is due",
  swept: true,
  refusals: () => [],
  outcome(picture, now) {
    for (const [id, order] of Object.entries(picture.orders)) {
      if (order.closeAt === null || order.closeAt > now) continue;
      order.closeAt = now + 5 * 60_000;
      if (order.state === "pending_payment") order.state = "expiring";
      close(picture, id, now);
    }
  },
  async act({ time }) {
    const outcomes = await sweepOrders(new Date(time), 200);
    if (outcomes.includes("failed")) throw new Error("an order could not be closed");
  },
});

export const reconciling = (): Action => ({
  text: "asks the provider about what is due",
  swept: true,
  refusals: () => [],
  outcome: () => {},
  // Several are asked about at once: who is first gets the last piece.
  outcomes(picture, now) {
    const due = Object.entries(picture.payments)
      .filter(([, { checkAt }]) => checkAt !== null && checkAt <= now)
      .map(([id]) => id);
    return permutations(due).map((order) => {
      const after = structuredClone(picture);
      reconcileIn(after, order, now);
      return after;
    });
  },
  act: ({ time }) => reconcile(new Date(time), 100),
});

/** Of more than four not all: some that begin with each. */
function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  if (all.length > 4) return all.map((_, index) => [...all.slice(index), ...all.slice(0, index)]);
  return all.flatMap((first, index) =>
    permutations(all.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}

/** What the trigger does for each refund that has been promised. */
export const makingRefunds = (): Action => ({
  text: "makes the refunds that are promised",
  swept: true,
  refusals: () => [],
  outcome(picture, now) {
    for (const id of Object.keys(picture.refunds)) execute(picture, id, now);
  },
  async act() {
    const promised = await refunds.where("state", "==", "pending").get();
    await Promise.all(promised.docs.map(executeRefund));
  },
});
