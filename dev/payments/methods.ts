import { invalid, type Reason } from "./refusal.ts";

/** Why the bank says no. */
export interface Decline {
  decline: Pick<Reason, "code" | "decline_code"> & { message: string };
}

/** What a payment does once it is confirmed. */
export type Behaviour = "succeeds" | "asks" | "waits" | Decline;

const declined = (code: string, decline_code: string, message: string): Decline => ({
  decline: { code, decline_code, message },
});

const generic = declined("card_declined", "generic_decline", "Your card was declined.");
const funds = declined("card_declined", "insufficient_funds", "Your card has insufficient funds.");

/** Why it fails after it was confirmed. */
export const AUTHENTICATION_FAILED: Reason = {
  type: "invalid_request_error",
  code: "payment_intent_authentication_failure",
  message: "The provided PaymentMethod has failed authentication.",
};
export const DEBIT_FAILED: Reason = {
  type: "invalid_request_error",
  code: "payment_intent_payment_attempt_failed",
  message: "The payment attempt failed.",
};

/**
 * The provider's test payment methods (https://docs.stripe.com/testing), those that are played
 * here. `asks` is 3-D Secure. `waits` is a bank debit: it settles days later, there by itself, here
 * when told to.
 */
const METHODS: Record<string, Behaviour> = {
  pm_card_visa: "succeeds",
  pm_card_visa_debit: "succeeds",
  pm_card_mastercard: "succeeds",
  pm_card_amex: "succeeds",
  pm_card_refundFail: "succeeds",
  pm_card_pendingRefund: "succeeds",
  pm_card_chargeDeclined: generic,
  pm_card_visa_chargeDeclined: generic,
  pm_card_chargeDeclinedInsufficientFunds: funds,
  pm_card_visa_chargeDeclinedInsufficientFunds: funds,
  pm_card_chargeDeclinedExpiredCard: declined(
    "expired_card",
    "expired_card",
    "Your card has expired.",
  ),
  pm_card_authenticationRequired: "asks",
  pm_card_threeDSecure2Required: "asks",
  pm_success_de: "waits",
  pm_successDelayed_de: "waits",
  pm_failedDelayed_de: "waits",
};

/** Refuses a method that isn't known. */
export function behaviourOf(method: string): Behaviour {
  const behaviour = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (behaviour) return behaviour;
  throw invalid("resource_missing", `No such PaymentMethod: '${method}'`, "payment_method");
}

export const kindOf = (method: string): "card" | "sepa_debit" =>
  METHODS[method] === "waits" ? "sepa_debit" : "card";

/** How a refund begins. That of `pm_card_refundFail` succeeds, and is told later that it failed. */
export const refundBegins = (method: string | null): "pending" | "succeeded" =>
  method === "pm_card_pendingRefund" ? "pending" : "succeeded";
