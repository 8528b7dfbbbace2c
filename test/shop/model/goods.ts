import { idOf } from "../../../functions/src/core/id.ts";
import type { Goods, OrderPicture, Picture } from "./picture.ts";

// What must become of goods and coupons. Each changes the picture that it is given.

/** In these states an order holds what of it has not left the house. */
const HOLDING = ["pending_payment", "expiring", "cancelling", "paid", "part_shipped"];

export const sum = (goods: readonly Goods[]): Goods => {
  const all: Goods = {};
  for (const [sku, quantity] of goods.flatMap((one) => Object.entries(one))) {
    all[sku] = (all[sku] ?? 0) + quantity;
  }
  return all;
};

/** Each SKU of which something is left. */
export const less = (from: Goods, taken: Goods): Goods =>
  Object.fromEntries(
    Object.entries(from)
      .map(([sku, quantity]) => [sku, quantity - (taken[sku] ?? 0)] as const)
      .filter(([, quantity]) => quantity > 0),
  );

export const toShip = ({ lines, shipments }: OrderPicture): Goods =>
  less(lines, sum(Object.values(shipments)));

export const toReturn = ({ shipments, returns }: OrderPicture): Goods =>
  less(sum(Object.values(shipments)), sum(Object.values(returns)));

/** What the shop owes this order of its shelves. */
export const held = (order: OrderPicture): Goods =>
  HOLDING.includes(order.state) ? toShip(order) : {};

/** An order has its coupon until it is closed unpaid. */
export const holdsCoupon = ({ state, timeline }: OrderPicture): boolean =>
  !["expired", "cancelled", "refunded"].includes(state) || timeline.includes("paid");

export const isEmpty = (goods: Goods): boolean => Object.keys(goods).length === 0;

export const covers = (there: Goods, wanted: Goods): boolean =>
  Object.entries(wanted).every(([sku, quantity]) => quantity <= (there[sku] ?? 0));

export const sellable = ({ stock }: Picture): Goods =>
  Object.fromEntries(
    Object.entries(stock).map(([sku, { onHand, reserved }]) => [sku, onHand - reserved]),
  );

export function reserve(picture: Picture, goods: Goods, by: 1 | -1): void {
  for (const [sku, quantity] of Object.entries(goods)) {
    const shelf = picture.stock[sku];
    if (shelf) shelf.reserved += by * quantity;
  }
}

export function countCoupon(picture: Picture, { coupon, uid }: OrderPicture, by: 1 | -1): void {
  const counted = coupon === null ? undefined : picture.coupons[coupon];
  if (!counted) return;
  if (coupon === "FEW") counted.uses += by;
  else counted.byPerson[uid] = (counted.byPerson[uid] ?? 0) + by;
}

export const FEW_USES = 2;

/** By which reason somebody may not use a coupon. */
export function couponRefusal(picture: Picture, code: string | null, uid: string): string[] {
  if (code === "FEW") {
    return (picture.coupons.FEW?.uses ?? 0) < FEW_USES ? [] : ["coupon-used-up"];
  }
  if (code !== "ONCE") return [];
  if (uid.startsWith("guest")) return ["coupon-needs-account"];
  return (picture.coupons.ONCE?.byPerson[uid] ?? 0) < 1 ? [] : ["coupon-used"];
}

/** Goods leave the house, or come back. */
export function move(picture: Picture, goods: Goods, kind: "shipped" | "returned", id: string) {
  for (const [sku, quantity] of Object.entries(goods)) {
    const onHand = kind === "shipped" ? -quantity : quantity;
    const shelf = picture.stock[sku];
    if (shelf) shelf.onHand += onHand;
    picture.movements[idOf("movement", sku, kind, id)] = { sku, onHand };
  }
}

/** An order that will not be paid gives everything back. */
export function release(picture: Picture, order: OrderPicture): void {
  reserve(picture, order.lines, -1);
  countCoupon(picture, order, -1);
  order.state = order.state === "expiring" ? "expired" : "cancelled";
  order.timeline.push(order.state);
  order.closeAt = null;
}
