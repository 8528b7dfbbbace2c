import * as z from "zod";
import { documents } from "../db.ts";
import { idOf } from "../id.ts";
import { line, minorUnits, optionalLine, timestamp } from "../schema.ts";

/**
 * Where a payment stands. Each may follow those before it, never the other way round, whatever
 * the order in which the provider's events arrive: created, then processing or failed (as often
 * as somebody tries), then canceled, then succeeded: money that has come is never overlooked.
 */
export const PaymentState = z.enum(["created", "processing", "failed", "canceled", "succeeded"]);
export type PaymentState = z.output<typeof PaymentState>;

/**
 * `payments/{hash of subject and attempt}`: one payment intent at the provider. Its id is the
 * intent's idempotency key and stands in the intent's metadata. Written by the server alone; its
 * payer and order managers read it.
 */
export const Payment = z.strictObject({
  /** The path of what is paid for; its first segment says who is told (`payTo`). */
  subject: z.string(),
  attempt: z.int().min(1),
  uid: z.string(),
  amount: minorUnits,
  currency: z.string().length(3),
  state: PaymentState,
  /** The provider's id of the intent; null until its answer has been heard. */
  intent: z.string().nullable(),
  /**
   * Received. In minor units, like the two below: `refunded ≤ refunding ≤ captured`, but while the
   * provider has not yet refused what was promised beside a refund in its dashboard.
   */
  captured: minorUnits,
  /** Promised back: refunds that are pending or have succeeded. */
  refunding: minorUnits,
  /** Given back. */
  refunded: minorUnits,
  /** Why the last try failed, in the provider's code: "card_declined". */
  problem: z.string().nullable(),
  /** What a person must look at; nothing changes by itself until then. */
  review: z.string().nullable(),
  createdAt: timestamp,
  /** When reconcile asks the provider (again). Gone once settled: idle sweeps read nothing. */
  checkAt: timestamp.optional(),
});
export type Payment = z.output<typeof Payment>;

/** Pending, then succeeded or failed. One that has succeeded may still fail: the bank said no. */
export const RefundState = z.enum(["pending", "succeeded", "failed"]);

/**
 * `refunds/{hash}`: money on its way back. Its id is the idempotency key at the provider and
 * stands in the refund's metadata; one made in the provider's dashboard has the provider's id.
 */
export const Refund = z.strictObject({
  payment: z.string(),
  subject: z.string(),
  uid: z.string(),
  amount: minorUnits,
  currency: z.string().length(3),
  state: RefundState,
  reason: optionalLine(200),
  /** The uid of who asked for it, or "system". */
  by: line(128),
  /** The provider's id; null until its answer has been heard. */
  providerId: z.string().nullable(),
  attempts: z.int().min(0),
  createdAt: timestamp,
  /** When a sweep looks at it (again). Gone once settled. */
  nextAt: timestamp.optional(),
});
export type Refund = z.output<typeof Refund>;

/** `paymentEvents/{provider's id}`: each event is applied once. Server only; TTL after 30 days. */
export const PaymentEvent = z.strictObject({
  type: z.string(),
  outcome: z.enum(["applied", "nothing new", "review"]),
  expiresAt: timestamp,
});
export type PaymentEvent = z.output<typeof PaymentEvent>;

export const payments = documents("payments", Payment);
export const refunds = documents("refunds", Refund);
export const paymentEvents = documents("paymentEvents", PaymentEvent);

/**
 * Whether what stands in the provider's metadata can be an id of ours. Another system may share the
 * account, and of what it writes there not all can name a document.
 */
export const isId = (id: string | undefined): id is string =>
  id !== undefined && /^(?!__)[\w-]{1,128}$/.test(id);

export const paymentIdOf = (subject: string, attempt: number): string =>
  idOf("payment", subject, String(attempt));
