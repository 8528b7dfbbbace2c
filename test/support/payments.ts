import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type PaymentSimulator, startPaymentSimulator } from "../../dev/payments/simulator.ts";
import { executeRefund } from "../../functions/src/core/payments/executeRefund.ts";
import { provider } from "../../functions/src/core/payments/provider.ts";
import { receiveEvent } from "../../functions/src/core/payments/receiveEvent.ts";
import { payments, refunds } from "../../functions/src/core/payments/schema.ts";
// Says who is told of payments.
import "../../functions/src/index.ts";
import { until } from "./until.ts";

export const WEBHOOK_SECRET = "whsec_test";

/**
 * The payment provider, played beside the tests of one `describe`: what it sends is received as
 * the webhook receives it. Starts anew for each test, and whenever it is told to.
 */
export function useProvider(): { simulator: PaymentSimulator; restart: () => Promise<void> } {
  const use = {
    simulator: {} as PaymentSimulator,
    async restart() {
      await use.simulator.stop();
      await start();
    },
  };
  const earlier: NodeJS.ProcessEnv = {};
  const webhook = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const signature = message.headers["stripe-signature"];
    const status = await receiveEvent(Buffer.concat(chunks), String(signature ?? "")).catch(
      () => 500,
    );
    response.writeHead(status).end();
  });

  before(async () => {
    webhook.listen(0, "127.0.0.1");
    await once(webhook, "listening");
  });
  const start = async () => {
    const { port } = webhook.address() as AddressInfo;
    use.simulator = await startPaymentSimulator({
      port: 0,
      webhookSecret: WEBHOOK_SECRET,
      webhookUrl: `http://127.0.0.1:${port}`,
    });
    const settings = {
      STRIPE_API: use.simulator.url,
      STRIPE_SECRET_KEY: "sk_test_unit",
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
    };
    for (const [name, value] of Object.entries(settings)) {
      if (!(name in earlier)) earlier[name] = process.env[name];
      process.env[name] = value;
    }
  };
  beforeEach(start);
  afterEach(async () => {
    for (const [name, value] of Object.entries(earlier)) {
      // Assigned, it would be the word "undefined".
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await use.simulator.stop();
  });
  after(() => webhook.close());
  return use;
}

/** Pays an intent as the payer's browser would. Declines are no errors here: look at the payment. */
export async function confirm(intent: string, method = "pm_card_visa"): Promise<void> {
  await provider()
    .paymentIntents.confirm(intent, { payment_method: method, return_url: "https://example.com" })
    .catch((error) => {
      if (error.type !== "StripeCardError") throw error;
    });
}

/** Does what the trigger does for each refund that has been promised. */
export async function makeRefunds(): Promise<void> {
  const promised = await refunds.where("state", "==", "pending").get();
  for (const refund of promised.docs) await executeRefund(refund);
}

/** Waits until the webhook has heard that a payment is in `state`. */
export const untilPayment = (id: string, state: string): Promise<unknown> =>
  until(async () => (await payments.doc(id).get()).data()?.state === state);
