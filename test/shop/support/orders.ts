import { randomUUID } from "node:crypto";
import { staff } from "../../../functions/src/core/roles.ts";
import { type Order, orders } from "../../../functions/src/shop/order/schema.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { placeOrder } from "../../../functions/src/shop/placeOrder.ts";
import type { ShippingAddress } from "../../../functions/src/shop/schema.ts";
import { call, customer, type Person } from "../../support/call.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { shelve, shipTo } from "./shelf.ts";

/** An order that somebody has placed. */
export interface Placed {
  person: Person;
  orderId: string;
  sku: string;
}

/** Somebody orders `quantity` of a SKU of which there is enough. */
export async function place(
  quantity = 2,
  person: Person = customer(),
  request: { shipTo?: ShippingAddress; coupon?: string } = {},
): Promise<Placed> {
  const sku = await shelve(10);
  const lines = [{ sku, quantity }];
  const { orderId } = await call(placeOrder, person, {
    requestId: randomUUID(),
    lines,
    shipTo,
    email: "guest@example.com",
    ...request,
  });
  return { person, orderId, sku };
}

/** Somebody orders two pieces with a coupon. */
export async function placeWith(coupon: string): Promise<Placed> {
  const [person, sku] = [customer(), await shelve(10)];
  const lines = [{ sku, quantity: 2 }];
  const input = { requestId: randomUUID(), lines, shipTo, coupon };
  const { orderId } = await call(placeOrder, person, input);
  return { person, orderId, sku };
}

/** Somebody orders and pays; the webhook has heard of it. */
export const placeAndPay = async (quantity = 2): Promise<Placed & { paymentId: string }> =>
  payFor(await place(quantity));

/** An order is paid, and the webhook has heard of it. */
export async function payFor(placed: Placed): Promise<Placed & { paymentId: string }> {
  const { paymentId, intent } = await call(pay, placed.person, { orderId: placed.orderId });
  await confirm(intent);
  await untilPayment(paymentId, "succeeded");
  return { ...placed, paymentId };
}

export async function orderOf(orderId: string): Promise<Order> {
  const order = (await orders.doc(orderId).get()).data();
  if (!order) throw new Error(`no order ${orderId}`);
  return order;
}

/** Somebody of the staff. */
export async function member(role: "admin" | "order_manager" | "inventory_manager") {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled: false });
  return person;
}
