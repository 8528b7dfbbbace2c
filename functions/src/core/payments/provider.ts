import Stripe from "stripe";
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
