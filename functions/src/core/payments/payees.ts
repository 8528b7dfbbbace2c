import type { Read, Write } from "../decide.ts";
import type { Joint } from "../together.ts";
import type { Payment, Refund } from "./schema.ts";

/** What has happened to a payment, and how it stands then. */
export type News = { paymentId: string; payment: Payment } & (
  | { kind: "failed" | "succeeded" }
  | { kind: "refunded"; refundId: string; refund: Refund }
  | { kind: "refund-failed"; refundId: string; refund: Refund }
  /** The provider's word and ours differ: `payment.review` says in what. */
  | { kind: "review" }
);

/** What the payee makes of it: its part of the same commit, and what it gives back. */
export interface Response {
  writes: Write[];
  joint?: Joint | undefined;
  /** Minor units of this payment to refund. */
  refund?: number;
}

/** Reads what it needs and answers. May run more than once, like the body of any `decide`. */
export type Payee = (read: Read, news: News) => Promise<Response>;

const payees = new Map<string, Payee>();

/**
 * Says who is told of payments, by the first segment of their subject: `{ orders: settleOrder }`.
 * The payee's writes go into the commit that records the news, so neither is ever without the other.
 */
export function payTo(told: Record<string, Payee>): void {
  for (const [collection, payee] of Object.entries(told)) payees.set(collection, payee);
}

/** Tells the payee of a payment. A subject that nobody knows is a fault of ours. */
export function tell(read: Read, news: News): Promise<Response> {
  const { subject } = news.payment;
  const payee = payees.get(subject.split("/")[0] ?? "");
  if (!payee) throw new Error(`nobody is told of payments for ${subject}: see payTo`);
  return payee(read, news);
}
