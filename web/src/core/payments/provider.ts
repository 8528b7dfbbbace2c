import type { Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { KindlingError } from "kindling-client";
import { local } from "../local.ts";

/** Safe to publish. Set VITE_STRIPE_KEY in web/.env before a deploy (docs/operations.md). */
const key = local?.paymentsKey ?? import.meta.env.VITE_STRIPE_KEY ?? "";

let loading: Promise<Stripe> | undefined;

/** Stripe.js: the provider's, or on this machine the simulator's in its place. */
export const loadProvider = (): Promise<Stripe> => {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
};

async function load(): Promise<Stripe> {
  if (local?.paymentsUrl) await loadScript(`${local.paymentsUrl}/stripe.js`);
  const stripe = await loadStripe(key);
  if (!stripe) throw notLoaded();
  return stripe;
}

const loadScript = (src: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src });
    script.onload = resolve;
    script.onerror = () => reject(notLoaded());
    document.head.append(script);
  });

function notLoaded(): KindlingError {
  const sentence = "The payment form could not be loaded. Load the page again in a moment.";
  return new KindlingError("unavailable", "payment-form", sentence, {}, undefined);
}
