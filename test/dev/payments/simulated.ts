import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type PaymentSimulator, startPaymentSimulator } from "../../../dev/payments/simulator.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";

export const SECRET = "whsec_test";

/** What came to the webhook. */
export interface Received {
  signature: string;
  body: string;
  type: string;
  id: string;
  /** Of the intent, refund or charge. */
  object: string;
}

/** A webhook that keeps what it is sent and answers as it is told, 200 otherwise. */
export class Webhook {
  readonly received: Received[] = [];
  /** The next answers. */
  readonly answers: number[] = [];
  readonly #server = createServer(async (message, response) => {
    let body = "";
    for await (const chunk of message.setEncoding("utf8")) body += chunk;
    const { type, id, data } = JSON.parse(body);
    const signature = String(message.headers["stripe-signature"]);
    this.received.push({ signature, body, type, id, object: data.object.id });
    response.writeHead(this.answers.shift() ?? 200).end();
  });
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/webhook`;
  }

  get types(): string[] {
    return this.received.map(({ type }) => type);
  }

  async up(): Promise<void> {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}

/** A simulator and a webhook for each test. The provider's SDK speaks to this simulator. */
export function useSimulator() {
  const use = { simulator: {} as PaymentSimulator, webhook: new Webhook(), clock: { ahead: 0 } };
  let restore = () => {};
  beforeEach(async () => {
    use.webhook = new Webhook();
    use.clock.ahead = 0;
    await use.webhook.up();
    use.simulator = await startPaymentSimulator({
      port: 0,
      webhookSecret: SECRET,
      webhookUrl: use.webhook.url,
      now: () => Date.now() + use.clock.ahead,
    });
    restore = pointTo(use.simulator.url);
  });
  afterEach(async () => {
    restore();
    await use.simulator.stop();
    await use.webhook.down();
  });
  return use;
}

/** Lets the settings of this process name a simulator. Returns what undoes it. */
export function pointTo(url: string): () => void {
  const before = { ...process.env };
  Object.assign(process.env, { STRIPE_API: url, STRIPE_SECRET_KEY: "sk_test_1" });
  return () => {
    for (const name of ["STRIPE_API", "STRIPE_SECRET_KEY"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  };
}

export const create = (amount = 1_999, idempotencyKey = crypto.randomUUID()) =>
  provider().paymentIntents.create(
    { amount, currency: "eur", description: "Two pens", metadata: { order: "1" } },
    { idempotencyKey, maxNetworkRetries: 0 },
  );

export async function paid(payment_method = "pm_card_visa", amount?: number) {
  const { id } = await create(amount);
  return provider().paymentIntents.confirm(id, { payment_method });
}
