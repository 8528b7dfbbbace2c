import { update } from "../decide.ts";
import { inPages } from "../inPages.ts";
import { payments, refunds } from "./schema.ts";

/**
 * Makes one person's payments and refunds another's. To be called after what was paid for has
 * changed hands: what is opened meanwhile is the new owner's, like a refund that is promised of a
 * payment that has been moved. Safe to run as often, and as often at once, as one likes.
 */
export async function handOverPayments(from: string, to: string): Promise<void> {
  await inPages(payments.where("uid", "==", from), (payment) => [update(payment, { uid: to })]);
  await inPages(refunds.where("uid", "==", from), (refund) => [update(refund, { uid: to })]);
}
