import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { PaymentSimulator } from "../../../../dev/payments/simulator.ts";

/** Something that happens once, on the way of a request or of its answer. */
interface Detour {
  when: "before it is asked" | "before it is answered";
  path: RegExp;
  work: () => unknown;
}

/** Stands between the provider's SDK and the simulator: for what happens between two lines. */
export class Front {
  /** So many entries of a list are answered at once. */
  page = 100;
  #simulator: PaymentSimulator | undefined;
  #detours: Detour[] = [];
  #memory = 0;
  readonly #server = createServer((message, response) => {
    this.#serve(message, response).catch(() => response.destroy());
  });

  /** Answers where it is. */
  async start(simulator: PaymentSimulator): Promise<string> {
    this.#simulator = simulator;
    this.#detours = [];
    this.#memory = 0;
    this.page = 100;
    if (!this.#server.listening) {
      this.#server.listen(0, "127.0.0.1");
      await once(this.#server, "listening");
    }
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Does `work` when the next request for `path`, which is `POST /v1/refunds`, is on its way. */
  onRequest(path: RegExp, work: () => unknown): void {
    this.#detours.push({ when: "before it is asked", path, work });
  }

  /** Does `work` when that request has been carried out and its answer is on its way. */
  onAnswer(path: RegExp, work: () => unknown): void {
    this.#detours.push({ when: "before it is answered", path, work });
  }

  /** The provider knows no idempotency key any more, as after a day. */
  forgetKeys(): void {
    this.#memory++;
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const { method = "" } = message;
    const url = (message.url ?? "").replace("limit=100", `limit=${this.page}`);
    await this.#detour("before it is asked", `${method} ${url}`);
    const { host, connection, "content-length": _, ...headers } = message.headers;
    const key = headers["idempotency-key"];
    if (key !== undefined) headers["idempotency-key"] = `${key} ${this.#memory}`;
    const answer = await fetch(`${this.#simulator?.url}${url}`, {
      method,
      headers: headers as Record<string, string>,
      ...(method === "POST" ? { body: Buffer.concat(chunks) } : {}),
    });
    const body = await answer.text();
    await this.#detour("before it is answered", `${method} ${url}`);
    const replayed = answer.headers.get("idempotent-replayed");
    response
      .writeHead(answer.status, {
        "content-type": "application/json",
        ...(replayed === null ? {} : { "idempotent-replayed": replayed }),
      })
      .end(body);
  }

  async #detour(when: Detour["when"], path: string): Promise<void> {
    const index = this.#detours.findIndex((one) => one.when === when && one.path.test(path));
    if (index < 0) return;
    await this.#detours.splice(index, 1)[0]?.work();
  }
}
