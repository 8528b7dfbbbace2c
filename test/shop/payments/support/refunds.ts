import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { executeRefund } from "../../../../functions/src/core/payments/executeRefund.ts";
import { Refund, refunds } from "../../../../functions/src/core/payments/schema.ts";
import { refundOrder } from "../../../../functions/src/shop/refundOrder.ts";
import { call } from "../../../support/call.ts";
import { member, type Placed } from "../../support/orders.ts";

/** An order manager promises part of an order back, or all that is left of it. */
export async function promise({ orderId }: Placed, amount?: number): Promise<string> {
  const manager = await member("order_manager");
  const request = { requestId: randomUUID(), orderId, reason: "Too small" };
  const asked = amount === undefined ? request : { ...request, amount };
  return (await call(refundOrder, manager, asked)).refundId;
}

/** A refund as an event or a query shows it. */
export async function storedRefund(id: string): Promise<Parameters<typeof executeRefund>[0]> {
  const [found] = (await refunds.where("__name__", "==", id).get()).docs;
  return found ?? assert.fail(`no refund ${id}`);
}

/** A refund, which must be as its schema says. */
export const refundOf = async (id: string): Promise<Refund> =>
  Refund.parse((await storedRefund(id)).data());

/** Makes a refund as the trigger does. */
export const make = async (id: string): Promise<void> => executeRefund(await storedRefund(id));
