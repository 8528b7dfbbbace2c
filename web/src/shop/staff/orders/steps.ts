import type { Order } from "kindling-client";
import { toReturn, toShip } from "./pieces.ts";

export type Step = "ship" | "deliver" | "return" | "refund" | "cancelRest" | "cancel";

const REFUNDABLE: readonly Order["state"][] = [
  "expired",
  "cancelled",
  "paid",
  "part_shipped",
  "shipped",
  "delivered",
  "returned",
];

/**
 * What staff can do about an order as it stands, the likeliest first; `left` is what can be given back.
 * The server looks again.
 */
export function stepsOf(order: Order, left: number): Step[] {
  const { state } = order;
  const isPart = state === "part_shipped";
  const hasLeft = isPart || state === "shipped" || state === "delivered";
  const can: Record<Step, boolean> = {
    ship: (state === "paid" || isPart) && toShip(order).length > 0,
    deliver: state === "shipped",
    return: hasLeft && toReturn(order).length > 0,
    refund: left > 0 && REFUNDABLE.includes(state),
    cancelRest: isPart,
    cancel: state === "pending_payment" || state === "paid",
  };
  return (Object.keys(can) as Step[]).filter((step) => can[step]);
}

/** What a step is called, and what is said once it is done. */
export const STEPS: Record<Step, { title: string; done: string }> = {
  ship: { title: "Ship a parcel", done: "The parcel is noted. The customer gets a mail." },
  deliver: { title: "Mark as delivered", done: "It is delivered. The customer gets a mail." },
  return: { title: "Take goods back", done: "The goods are back. Money is another matter." },
  refund: { title: "Give money back", done: "The money is on its way back to the customer." },
  cancelRest: {
    title: "Cancel the rest",
    done: "The rest is cancelled. The customer gets a mail.",
  },
  cancel: { title: "Cancel the order", done: "The order is being cancelled." },
};
