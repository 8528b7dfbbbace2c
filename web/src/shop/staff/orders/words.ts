import type { Order, OrderState } from "kindling-client";

type Tone = "plain" | "good" | "warn" | "bad";

/** How an order stands, as staff say it, and how that looks. */
export const STATES: Record<OrderState, readonly [name: string, tone: Tone]> = {
  paid: ["To ship", "warn"],
  part_shipped: ["Part shipped", "warn"],
  shipped: ["On its way", "plain"],
  delivered: ["Delivered", "good"],
  returned: ["Returned", "plain"],
  refunded: ["Refunded", "plain"],
  pending_payment: ["Not paid yet", "plain"],
  expiring: ["Closing unpaid", "plain"],
  expired: ["Closed unpaid", "plain"],
  cancelling: ["Being cancelled", "plain"],
  cancelled: ["Cancelled", "bad"],
};

export const EVENTS: Record<Order["timeline"][number]["event"], string> = {
  placed: "Ordered",
  payment_failed: "A payment did not go through",
  paid: "Paid",
  paid_late: "Paid after it was closed",
  expired: "Closed, since nobody paid",
  cancelled: "Cancelled",
  shipped: "A parcel was shipped",
  rest_cancelled: "The rest was cancelled",
  delivered: "Delivered",
  returned: "Goods came back",
  refunded: "Money was given back",
};
