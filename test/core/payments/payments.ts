import { provider } from "../../../functions/src/core/payments/provider.ts";

/*
 * For the tests of what we rely on at the payment provider. They run against the simulator and,
 * where the platform has a test key of Stripe, against Stripe.
 */
export const unique = () => `kindling-${crypto.randomUUID()}`;
export const order = unique();
export const RETURN_URL = "https://shop.example/thanks";

export const create = (amount = 1_999, idempotencyKey = unique()) =>
  provider().paymentIntents.create(
    {
      amount,
      currency: "eur",
      allowed_payment_method_types: ["card"],
      description: "Two pens",
      metadata: { order, note: "a&b=c [d] é €" },
    },
    { idempotencyKey },
  );

export const confirm = (id: string, payment_method = "pm_card_visa") =>
  provider().paymentIntents.confirm(
    id,
    { payment_method, return_url: RETURN_URL },
    { idempotencyKey: unique() },
  );

export async function paid(method?: string, amount?: number) {
  const { id } = await create(amount);
  return confirm(id, method);
}

export const giveBack = (payment_intent: string, amount?: number, idempotencyKey = unique()) =>
  provider().refunds.create(
    { payment_intent, metadata: { order }, ...(amount === undefined ? {} : { amount }) },
    { idempotencyKey },
  );
