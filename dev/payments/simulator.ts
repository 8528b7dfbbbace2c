import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { serveApi } from "./apiServer.ts";
import { Book, type Records } from "./book.ts";
import { type Asked, obey, type PaymentControl } from "./control.ts";
import { Delivery } from "./delivery.ts";
import { Faults } from "./faults.ts";
import { answerJson, type Request, read } from "./http.ts";
import { type Answered, Idempotency } from "./idempotency.ts";
import { Intents } from "./intents.ts";
import { ledgerOf } from "./ledger.ts";
import { servePage } from "./pages.ts";
import { Refunds } from "./refunds.ts";

/** What a simulator goes on from, as JSON keeps it. */
export interface PaymentState extends Records {
  answers: Record<string, Answered>;
  /** Where it was: addresses in the rest begin with it. */
  url: string;
}

export interface SimulatorOptions {
  /** 0 means any. */
  port: number;
  /** What events are signed with. */
  webhookSecret: string;
  /** Where events are delivered; without it they are held until `deliverTo` says. */
  webhookUrl?: string;
  /** What an earlier one has kept. */
  state?: PaymentState | undefined;
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** The payment provider on this machine. */
export interface PaymentSimulator extends PaymentControl {
  url: string;
  port: number;
  deliverTo(webhookUrl: string): void;
  /** All it knows now; of the events those that are still to be delivered. */
  state(): PaymentState;
  stop(): Promise<void>;
}

const REQUESTS_KEPT = 1_000;

/**
 * Starts a server that speaks the part of Stripe's API which we use: the official SDK works against
 * it, nothing leaves this machine, no money moves.
 */
export async function startPaymentSimulator(options: SimulatorOptions): Promise<PaymentSimulator> {
  const { webhookSecret: secret, webhookUrl, now = Date.now } = options;
  const server = createServer();
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const kept = moved(options.state, url);

  const delivery = new Delivery({ secret, now });
  const records = { intents: kept.intents, refunds: kept.refunds, events: kept.events };
  const book = new Book({ records, now, onEvent: (event) => delivery.take(event) });
  const parts = { book, intents: new Intents(book, url), refunds: new Refunds(book) };
  const faults = new Faults();
  const idempotency = new Idempotency(kept.answers, now);
  const requests: Asked[] = [];
  const onAsked = (asked: Asked) => {
    requests.push(asked);
    if (requests.length > REQUESTS_KEPT) requests.shift();
  };
  for (const event of kept.events) if (event.pending_webhooks === 1) delivery.take(event);
  if (webhookUrl !== undefined) delivery.deliverTo(webhookUrl);

  const control: PaymentControl = {
    fault: async (fault) => faults.add(fault),
    deliver: async (disorder) => delivery.disturb({ ...disorder }),
    pause: async () => delivery.pause(),
    release: async () => delivery.release(),
    mend: async () => {
      faults.clear();
      delivery.disturb({});
      delivery.release();
    },
    events: async () => structuredClone(records.events),
    send: async (id, sending) => {
      const event = records.events.find((one) => one.id === id);
      if (!event) throw new Error(`There is no event ${id}.`);
      return delivery.send(event, sending);
    },
    settle: async (id, outcome) => {
      if (id.startsWith("re_")) parts.refunds.settle(book.refund(id), outcome);
      else parts.intents.settle(book.intent(id), outcome);
    },
    remember: async (paid) => {
      for (const intent of paid) parts.intents.remember(intent);
    },
    ledger: async () => ledgerOf(records.intents, records.refunds),
    requests: async () => structuredClone(requests),
  };

  const serve = async (message: IncomingMessage, response: ServerResponse) => {
    const request = await read(message, response);
    if (request.path.startsWith("/v1/")) {
      serveApi({ parts, faults, idempotency, onAsked }, request);
    } else if (request.path.startsWith("/_control/")) await serveControl(control, request);
    else servePage(parts, request);
  };
  server.on("request", (message, response) => {
    serve(message, response).catch((error: unknown) => {
      console.error("The payment simulator:", error);
      response.destroy();
    });
  });

  return {
    url,
    port,
    ...control,
    deliverTo: (where) => delivery.deliverTo(where),
    state: () => {
      const events = records.events.filter((event) => event.pending_webhooks === 1);
      return structuredClone({ ...records, events, answers: idempotency.answers, url });
    },
    async stop() {
      delivery.stop();
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A form of another site cannot say that it is JSON. */
async function serveControl(control: PaymentControl, request: Request): Promise<void> {
  const { method, path, headers, body, response } = request;
  if (method !== "POST" || !headers["content-type"]?.startsWith("application/json")) {
    return answerJson(response, 405, { error: "POST a JSON array of arguments." });
  }
  try {
    const result = await obey(control, path.replace("/_control/", ""), body);
    answerJson(response, 200, { result: result ?? null });
  } catch (error) {
    answerJson(response, 400, { error: error instanceof Error ? error.message : String(error) });
  }
}

/** What was kept, with its addresses leading to where the simulator is now. */
function moved(state: PaymentState | undefined, url: string): PaymentState {
  if (!state) return { intents: [], refunds: [], events: [], answers: {}, url };
  return JSON.parse(JSON.stringify(state).replaceAll(state.url, url)) as PaymentState;
}
