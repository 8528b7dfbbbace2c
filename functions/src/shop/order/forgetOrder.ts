import type { WriteBatch } from "firebase-admin/firestore";
import { decide, remove, update } from "../../core/decide.ts";
import { isUnderWay } from "../../core/mail/forgetMails.ts";
import { refunds } from "../../core/payments/schema.ts";
import type { Person } from "../../core/personalData.ts";
import { redemptions } from "../schema.ts";
import { type Order, type OrderState, orders } from "./schema.ts";
import { mailsAbout } from "./writeToCustomer.ts";

/** Nothing is sent any more, nor waits for being paid. Money may still go back. */
const OVER: readonly OrderState[] = ["expired", "cancelled", "delivered", "returned", "refunded"];

/**
 * Makes an order of `person` anonymous, and deletes the mails about it and what was counted of their
 * coupon, all in one commit. What the house must account for stays: lines, totals, states, times.
 * Answers "later", and changes nothing, while the order is not over or a mail about it is under way.
 */
export const forgetOrder = (orderId: string, { uid, alias }: Person): Promise<"done" | "later"> =>
  decide(async (read) => {
    const [order] = await read(orders.doc(orderId));
    const current = order.data();
    if (current?.uid !== uid) return { answer: "done" };
    if (!OVER.includes(current.state)) return { answer: "later" };
    const { docs } = await refunds.where("subject", "==", order.ref.path).select().get();
    const refundIds = docs.map(({ id }) => id);
    const written = await read(...mailsAbout(orderId, current, refundIds));
    const kept = written.filter(({ exists }) => exists);
    if (kept.some((mail) => isUnderWay(mail.data()))) return { answer: "later" };
    return {
      answer: "done",
      writes: [
        update(order, forgotten(current, alias)),
        ...kept.map(remove),
        ...(current.coupon === null ? [] : [forgetRedemption(current.coupon, uid)]),
      ],
    };
  });

/** What changes in an order that becomes anonymous: see `Order`. */
const forgotten = ({ shipTo: { country }, shipments }: Order, alias: string) => ({
  uid: alias,
  email: null,
  shipTo: { name: "", line1: "", line2: "", postalCode: "", city: "", country } as const,
  shipments: shipments.map((parcel) => ({ ...parcel, trackingNumber: "", trackingUrl: null })),
  fingerprint: "",
});

/** Whether or not there is one. */
const forgetRedemption = (coupon: string, uid: string) => (batch: WriteBatch) => {
  batch.delete(redemptions(coupon).doc(uid));
};
