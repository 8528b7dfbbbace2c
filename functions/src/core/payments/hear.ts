import type Stripe from "stripe";
import type { Payment, PaymentState } from "./schema.ts";

/** What of the provider's intent matters to us. */
export type Intent = Pick<
  Stripe.PaymentIntent,
  "id" | "amount" | "amount_received" | "currency" | "status" | "last_payment_error"
>;

/** How a payment stands after a word from the provider, and what of it is news to the payee. */
export interface Heard {
  after: Pick<Payment, "state" | "intent" | "captured" | "problem" | "review">;
  news?: "failed" | "succeeded" | "review";
}

const RANK: Record<PaymentState, number> = {
  created: 0,
  processing: 1,
  failed: 1,
  canceled: 2,
  succeeded: 3,
};

/**
 * Takes a word from the provider, which may be old, repeated or wrong: a payment moves on or stays.
 * Of an intent that differs from what we asked for (itself, its amount or currency) only the
 * difference is taken over, as `review`. `undefined` where nothing is new.
 */
export function hear(before: Payment, intent: Intent): Heard | undefined {
  const { state, captured, problem, review } = before;
  const stood = { state, captured, problem, review, intent: intent.id };
  const difference = differenceOf(before, intent);
  if (difference !== undefined) {
    if (difference === review) return undefined;
    return { after: { ...stood, intent: before.intent, review: difference }, news: "review" };
  }
  const next = stateOf(intent);
  const nextProblem = next === "failed" ? problemOf(intent) : null;
  if (RANK[next] < RANK[state] || (next === state && nextProblem === problem)) {
    return before.intent === null ? { after: stood } : undefined;
  }
  const after = {
    ...stood,
    state: next,
    captured: intent.amount_received,
    problem: nextProblem,
  };
  return next === "failed" || next === "succeeded" ? { after, news: next } : { after };
}

function differenceOf(payment: Payment, intent: Intent): string | undefined {
  if (payment.intent !== null && intent.id !== payment.intent) {
    return `the intent is ${intent.id}, not ${payment.intent}`;
  }
  if (intent.currency.toUpperCase() !== payment.currency) {
    return `the currency is ${intent.currency}, not ${payment.currency}`;
  }
  const amount = intent.status === "succeeded" ? intent.amount_received : intent.amount;
  if (amount !== payment.amount) return `the amount is ${amount}, not ${payment.amount}`;
  return undefined;
}

function stateOf({ status, last_payment_error }: Intent): PaymentState {
  switch (status) {
    case "succeeded":
      return "succeeded";
    case "canceled":
      return "canceled";
    case "processing":
      return "processing";
    case "requires_payment_method":
      return last_payment_error ? "failed" : "created";
    default:
      return "created";
  }
}

const problemOf = ({ last_payment_error: error }: Intent): string =>
  error?.decline_code ?? error?.code ?? "failed";
