import type { Secrets } from "../secrets.ts";

/** Stripe's own API. */
export const STRIPE = "https://api.stripe.com";

/**
 * The secrets of a Stripe account's test mode, if the environment has its key: then Stripe itself
 * is used. Refuses a live key, wherever it is: here orders are placed and paid by the dozen.
 */
export function testKeyIn(environment: NodeJS.ProcessEnv, inFile: Secrets): Partial<Secrets> {
  const { STRIPE_SECRET_KEY: key = "", STRIPE_WEBHOOK_SECRET: secret = "" } = environment;
  for (const [value, where] of [
    [key, "the environment"],
    [inFile.STRIPE_SECRET_KEY, "functions/.secret.local"],
  ]) {
    if (value && !/^[sr]k_test_/.test(value)) {
      throw new Error(
        `STRIPE_SECRET_KEY in ${where} is not a test key (sk_test_… or rk_test_…). Nothing was started: a local platform must not move real money.`,
      );
    }
  }
  if (key === "" || key === "sk_test_local") return {};
  return { STRIPE_SECRET_KEY: key, ...(secret && { STRIPE_WEBHOOK_SECRET: secret }) };
}
