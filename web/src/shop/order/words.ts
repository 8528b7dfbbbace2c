import type { Order, OrderState } from "kindling-client";

interface Standing {
  word: string;
  tone: "plain" | "good" | "warn" | "bad";
  /** What it means for the customer. */
  sentence: string;
}

/** How an order stands, for its customer. */
export const STANDINGS: Record<OrderState, Standing> = {
  pending_payment: {
    word: "Waiting for payment",
    tone: "warn",
    sentence: "We hold the goods for you until you have paid.",
  },
  expiring: {
    word: "Closing",
    tone: "plain",
    sentence: "The time to pay is over. We make sure that nothing is charged any more.",
  },
  expired: {
    word: "Expired",
    tone: "plain",
    sentence: "The time to pay is over, and the goods are for sale again. You can order once more.",
  },
  cancelling: {
    word: "Being cancelled",
    tone: "plain",
    sentence: "We make sure that nothing is charged any more.",
  },
  cancelled: {
    word: "Cancelled",
    tone: "plain",
    sentence: "Nothing will be sent. What you have paid, if anything, goes back to you.",
  },
  paid: {
    word: "Paid",
    tone: "good",
    sentence: "Thank you. We pack it now, and write to you when it leaves the house.",
  },
  part_shipped: {
    word: "Partly on its way",
    tone: "good",
    sentence: "A part has left the house; the rest follows.",
  },
  shipped: { word: "On its way", tone: "good", sentence: "All of it has left the house." },
  delivered: {
    word: "Delivered",
    tone: "good",
    sentence: "It has arrived. We hope that you like it: tell others what you think.",
  },
  returned: {
    word: "Returned",
    tone: "plain",
    sentence: "All of it has come back to us. Your money follows.",
  },
  refunded: {
    word: "Refunded",
    tone: "plain",
    sentence: "Your money is back where you paid from. Your bank may take some days to show it.",
  },
};

/** What has happened to an order. */
export const EVENTS: Record<Order["timeline"][number]["event"], string> = {
  placed: "Ordered",
  payment_failed: "A payment did not go through",
  paid: "Paid",
  paid_late: "Paid too late: it goes back to you",
  expired: "Expired, since it was not paid",
  cancelled: "Cancelled",
  shipped: "A parcel has left the house",
  rest_cancelled: "The rest is cancelled: we can't send it",
  delivered: "Delivered",
  returned: "Something has come back to us",
  refunded: "Money sent back to you",
};

/** What can still be cancelled by its customer. */
export const canCancel = ({ state }: Order): boolean =>
  state === "pending_payment" || state === "paid";
