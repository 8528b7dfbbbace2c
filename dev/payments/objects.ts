import { randomBytes } from "node:crypto";
import type { Reason } from "./refusal.ts";

/*
 * The provider's objects as its API answers them, of their fields those that somebody may read.
 * Amounts are in the smallest unit of the currency, times in seconds.
 */

export interface PaymentError extends Reason {
  charge?: string;
  payment_method: { id: string; object: "payment_method"; type: string };
}

export interface Intent {
  id: string;
  object: "payment_intent";
  allowed_payment_method_types: string[] | null;
  amount: number;
  amount_capturable: number;
  amount_received: number;
  automatic_payment_methods: { enabled: boolean } | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
  capture_method: "automatic_async";
  client_secret: string;
  confirmation_method: "automatic";
  created: number;
  currency: string;
  customer: null;
  description: string | null;
  last_payment_error: PaymentError | null;
  latest_charge: string | null;
  livemode: false;
  metadata: Record<string, string>;
  next_action: {
    type: "redirect_to_url";
    redirect_to_url: { url: string; return_url: string | null };
  } | null;
  payment_method: string | null;
  payment_method_types: string[];
  receipt_email: string | null;
  status:
    | "requires_payment_method"
    | "requires_confirmation"
    | "requires_action"
    | "processing"
    | "succeeded"
    | "canceled";
}

export interface Refund {
  id: string;
  object: "refund";
  amount: number;
  charge: string | null;
  created: number;
  currency: string;
  failure_reason?: string;
  metadata: Record<string, string>;
  payment_intent: string;
  pending_reason?: "processing";
  reason: string | null;
  status: "pending" | "succeeded" | "failed";
}

export interface PaymentEvent {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: Intent | Refund | ReturnType<typeof chargeOf> };
  livemode: false;
  /** 1 while it still is to be delivered. */
  pending_webhooks: 0 | 1;
  request: null;
  type: string;
}

export const newId = (kind: string): string => `${kind}_${randomBytes(12).toString("hex")}`;

/** The charge of a paid intent, with what of it was given back. */
export const chargeOf = (intent: Intent, refunds: readonly Refund[]) => {
  const amount_refunded = refunds.reduce(
    (sum, { status, amount }) => (status === "failed" ? sum : sum + amount),
    0,
  );
  return {
    id: intent.latest_charge,
    object: "charge" as const,
    amount: intent.amount,
    amount_captured: intent.amount_received,
    amount_refunded,
    captured: true,
    created: intent.created,
    currency: intent.currency,
    livemode: false as const,
    metadata: intent.metadata,
    paid: true,
    payment_intent: intent.id,
    payment_method: intent.payment_method,
    refunded: amount_refunded === intent.amount_received,
    status: "succeeded" as const,
  };
};

/** What a browser is shown of an intent: not the shop's notes, not what became of the money. */
export const publicPart = (intent: Intent): Partial<Intent> => {
  const { metadata, latest_charge, amount_capturable, amount_received, customer, ...shown } =
    intent;
  if (!shown.last_payment_error) return shown;
  const { charge, ...error } = shown.last_payment_error;
  return { ...shown, last_payment_error: error };
};
