import type { Stripe } from "@stripe/stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
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
  if (!stripe) throw new Error("The payment form could not be loaded.");
  return stripe;
}

const loadScript = (src: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src });
    script.onload = resolve;
    script.onerror = () => reject(new Error("The payment form could not be loaded."));
    document.head.append(script);
  });
