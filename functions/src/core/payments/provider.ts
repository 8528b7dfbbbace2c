import Stripe from "stripe";
import { refuse } from "../refuse.ts";
import { stripeApi, stripeSecretKey } from "../settings.ts";

let connected: { stripe: Stripe; settings: string } | undefined;

/** The payment provider's API, by its own SDK; made anew when settings change. */
export function provider(): Stripe {
  const settings = `${stripeApi.value()} ${stripeSecretKey.value()}`;
  if (connected?.settings !== settings) connected = { stripe: connect(), settings };
  return connected.stripe;
}

function connect(): Stripe {
  const { hostname, port, protocol } = new URL(stripeApi.value());
  return new Stripe(stripeSecretKey.value(), {
    host: hostname,
    port: port || 443,
    protocol: protocol === "http:" ? "http" : "https",
    timeout: 10_000,
    // With the idempotency keys that every call of ours carries.
    maxNetworkRetries: 1,
    telemetry: false,
  });
}

/**
 * Waits for the provider on a caller's behalf.
 * Refuses `failed-precondition`/`amount-too-small` below the provider's least charge, and
 * `unavailable`/`provider-unavailable` if it does not answer or not now: the same call again may.
 */
export async function answerOf<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    if (error.code === "amount_too_small") {
      refuse("failed-precondition", "amount-too-small", "The amount is too small to be charged.");
    }
    if (isRefusal(error)) throw error;
    refuse(
      "unavailable",
      "provider-unavailable",
      "The payment provider does not answer. Try again.",
    );
  }
}

/**
 * The provider has kept a failure of its own (HTTP 500) under the idempotency key, and will answer so
 * for a day: what is still wanted must be asked for under another key.
 */
export const isKeptFailure = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeAPIError &&
  error.headers?.["idempotent-replayed"] === "true";

/** The provider will answer the same however often it is asked. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError;
