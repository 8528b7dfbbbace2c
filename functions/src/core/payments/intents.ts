import { FieldValue } from "firebase-admin/firestore";
import Stripe from "stripe";
import { decide, update } from "../decide.ts";
import { applyIntent } from "./applyIntent.ts";
import { hear } from "./hear.ts";
import { answerOf, isKeptFailure, isRefusal, provider } from "./provider.ts";
import { type Payment, type PaymentState, payments } from "./schema.ts";

/** What a client needs to let somebody pay. */
export interface Payable {
  paymentId: string;
  /** For the provider's client library, which takes the card data past us. The payer's alone. */
  clientSecret: string;
  /** The provider's id of the intent. */
  intent: string;
  /** Minor units. */
  amount: number;
  currency: string;
}

/**
 * The intent of a payment that has been opened (`openPayment`), made at the provider if it is not
 * there yet. The payment's id is the idempotency key: asked twice, or again after a lost answer,
 * there is one intent. What the provider says of it is heard: that it was canceled in its dashboard,
 * so that another is opened next time; so it is when the provider has failed to make it for good.
 * Refuses what `answerOf` refuses.
 */
export async function payableOf(paymentId: string): Promise<Payable> {
  const payment = await paymentOf(paymentId);
  const asked = intentOf(paymentId, payment);
  if (payment.intent === null && (await failsBy(isKeptFailure, asked))) {
    await withoutIntent(paymentId);
  }
  const intent = await answerOf(asked);
  if (hear(payment, intent)) await applyIntent(intent);
  return {
    paymentId,
    clientSecret: intent.client_secret ?? "",
    intent: intent.id,
    amount: payment.amount,
    currency: payment.currency,
  };
}

/**
 * Makes sure that nobody can pay any more, and answers what came of it: `canceled`; `succeeded` if
 * the money was there already; `processing` if the bank has not said yet, and then it may be asked
 * again later. Where the provider will not have an intent, or has failed to make it for good, there
 * is none to cancel: nobody was ever given its secret. Refuses what `answerOf` refuses.
 */
export async function cancelPayment(paymentId: string): Promise<PaymentState> {
  const payment = await paymentOf(paymentId);
  if (payment.state === "canceled" || payment.state === "succeeded") return payment.state;
  const intent = intentOf(paymentId, payment);
  if (payment.intent === null && (await failsBy(isInVain, intent))) return withoutIntent(paymentId);
  const { id } = await answerOf(intent);
  return (await applyIntent(await answerOf(canceled(id))))?.state ?? payment.state;
}

const isInVain = (error: unknown): boolean => isRefusal(error) || isKeptFailure(error);

const failsBy = (is: (error: unknown) => boolean, asked: Promise<unknown>): Promise<boolean> =>
  asked.then(() => false, is);

const withoutIntent = (paymentId: string): Promise<PaymentState> =>
  decide(async (read) => {
    const [payment] = await read(payments.doc(paymentId));
    const { state, intent } = payment.data() ?? {};
    if (state === undefined) throw new Error(`there is no payment ${paymentId}`);
    if (state !== "created" || intent !== null) return { answer: state };
    const canceled = { state: "canceled" as const, checkAt: FieldValue.delete() };
    return { answer: "canceled", writes: [update(payment, canceled)] };
  });

async function paymentOf(paymentId: string): Promise<Payment> {
  const payment = (await payments.doc(paymentId).get()).data();
  if (!payment) throw new Error(`there is no payment ${paymentId}`);
  return payment;
}

const intentOf = (paymentId: string, { intent, amount, currency, subject }: Payment) =>
  intent === null
    ? provider().paymentIntents.create(
        {
          amount,
          currency: currency.toLowerCase(),
          automatic_payment_methods: { enabled: true },
          metadata: { payment: paymentId, subject },
        },
        { idempotencyKey: paymentId },
      )
    : provider().paymentIntents.retrieve(intent);

/** An intent that can't be canceled has succeeded, is being processed or was canceled before. */
async function canceled(intent: string): Promise<Stripe.PaymentIntent> {
  try {
    return await provider().paymentIntents.cancel(intent);
  } catch (error) {
    const { StripeInvalidRequestError } = Stripe.errors;
    if (!(error instanceof StripeInvalidRequestError)) throw error;
    if (error.code !== "payment_intent_unexpected_state") throw error;
    return provider().paymentIntents.retrieve(intent);
  }
}
