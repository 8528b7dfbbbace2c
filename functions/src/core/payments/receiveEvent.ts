import { warn } from "firebase-functions/logger";
import type Stripe from "stripe";
import { stripeWebhookSecret } from "../settings.ts";
import { applyDispute } from "./applyDispute.ts";
import { applyIntent } from "./applyIntent.ts";
import { applyRefund } from "./applyRefund.ts";
import { provider } from "./provider.ts";

/** No event of the provider's comes near it. */
const MAX_BYTES = 256 * 1024;

/**
 * Takes an event in, as it came over the wire: `body` is the raw body, which the signature is over.
 * Answers the HTTP status: 200 applied, or nothing to apply; 400 not signed by the provider, or
 * more than five minutes ago; 413 too large. What it throws is ours, and the provider sends again.
 */
export async function receiveEvent(body: Buffer, signature: string | undefined): Promise<number> {
  if (body.length > MAX_BYTES) return 413;
  const event = opened(body, signature ?? "");
  if (!event) return 400;
  const { object } = event.data;
  if (!("object" in object)) return 200;
  if (object.object === "payment_intent") await applyIntent(object as Stripe.PaymentIntent, event);
  if (object.object === "refund") await applyRefund(object as Stripe.Refund, event);
  if (object.object === "dispute") await applyDispute(object as Stripe.Dispute, event);
  return 200;
}

function opened(body: Buffer, signature: string): Stripe.Event | undefined {
  const { webhooks } = provider();
  const secret = stripeWebhookSecret.value();
  // Anybody can sign with that.
  if (secret === "") throw new Error("STRIPE_WEBHOOK_SECRET is empty");
  try {
    return webhooks.constructEvent(body, signature, secret);
  } catch (error) {
    // Of any kind: of a signature without digits the SDK says that it lacks an argument.
    warn("event refused", { reason: String(error).split("\n")[0] });
    return undefined;
  }
}
