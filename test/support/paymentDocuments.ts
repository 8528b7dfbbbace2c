import type { Payment, Refund } from "../../functions/src/core/payments/schema.ts";
import { past } from "./standing.ts";

// Payments and refunds as they stand, for tests of rules.

type Fields<Document> = Record<keyof Document, unknown>;

export const paymentOf = (uid: string) =>
  ({
    subject: "orders/1",
    attempt: 1,
    uid,
    amount: 4153,
    currency: "EUR",
    state: "succeeded",
    intent: "pi_1",
    captured: 4153,
    refunding: 1000,
    refunded: 0,
    problem: null,
    review: null,
    createdAt: past,
    checkAt: past,
  }) satisfies Fields<Payment>;

export const refundOf = (uid: string) =>
  ({
    payment: "1",
    subject: "orders/1",
    uid,
    amount: 1000,
    currency: "EUR",
    state: "pending",
    reason: "One came back",
    by: "order-manager",
    providerId: null,
    attempts: 0,
    createdAt: past,
    nextAt: past,
  }) satisfies Fields<Refund>;
