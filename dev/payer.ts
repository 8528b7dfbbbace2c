import type { Running } from "./running.ts";

/**
 * Pays as the payer's browser does with the provider's client library: with the intent's secret and
 * a publishable key, past our back end. Answers the intent's status then, or why it was declined.
 */
export async function payAsBrowser(
  { paymentsUrl = "https://api.stripe.com" }: Pick<Running, "paymentsUrl">,
  { intent, clientSecret }: { intent: string; clientSecret: string },
  method = "pm_card_visa",
): Promise<string> {
  const answer = await fetch(`${paymentsUrl}/v1/payment_intents/${intent}/confirm`, {
    method: "POST",
    body: new URLSearchParams({
      key: process.env.STRIPE_PUBLISHABLE_KEY ?? "pk_test_local",
      client_secret: clientSecret,
      payment_method: method,
      return_url: "https://example.com/thanks",
    }),
  });
  const { status, error } = (await answer.json()) as {
    status?: string;
    error?: { code?: string; decline_code?: string; message?: string };
  };
  return status ?? error?.decline_code ?? error?.code ?? `${error?.message}`;
}
