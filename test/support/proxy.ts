import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Stream,
} from "node:http2";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** What Firestore would bill for. */
export interface Bill {
  reads: number;
  writes: number;
  deletes: number;
}

/** Something that goes wrong once, at the next call of `method`. */
export interface Fault {
  method: "Commit" | "BatchGetDocuments";
  /**
   * `lost-answer`: carried out, but the caller is told `code`. `refused`: not carried out.
   * `held`: not carried out, and the caller waits for an answer for ever.
   */
  kind: "lost-answer" | "refused" | "held";
  /** A gRPC status code. */
  code: number;
}

interface Message {
  found?: unknown;
  missing?: unknown;
  document?: unknown;
  skippedResults?: number;
  writes?: { update?: unknown; delete?: unknown; transform?: unknown }[];
  result?: string | { aggregateFields: Record<string, { integerValue?: unknown }> };
}

interface Codec {
  decode(bytes: Uint8Array): Message;
}

const { protos } = createRequire(new URL("../../functions/package.json", import.meta.url))(
  "@google-cloud/firestore",
) as { protos: { google: { firestore: { v1: Record<string, Codec> } } } };

/**
 * Stands between the server SDK and the Firestore emulator: counts what production would bill and
 * loses answers on request. gRPC over cleartext HTTP/2; it passes on what it does not know.
 * Billing: https://firebase.google.com/docs/firestore/pricing (a missing document and an empty
 * query cost one read each, an offset one read for each document skipped, a count one for 1,000).
 */
export class FirestoreProxy {
  readonly bill: Bill = { reads: 0, writes: 0, deletes: 0 };
  readonly #faults: Fault[] = [];
  #open = 0;
  readonly #server = createServer();
  #upstream: ClientHttp2Session | undefined;

  /** Starts it before the emulator at `upstream` (`host:port`). Answers its own `host:port`. */
  async start(upstream: string): Promise<string> {
    this.#server.on("stream", (stream, headers) => this.#serve(upstream, stream, headers));
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.#server.unref();
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What `work` costs. */
  async costOf(work: () => Promise<unknown>): Promise<Bill> {
    await this.#allCharged();
    const before = { ...this.bill };
    await work();
    await this.#allCharged();
    return {
      reads: this.bill.reads - before.reads,
      writes: this.bill.writes - before.writes,
      deletes: this.bill.deletes - before.deletes,
    };
  }

  /** The SDK answers with the last document, before the call has ended and is charged. */
  async #allCharged(): Promise<void> {
    while (this.#open > 0) await pause(1);
  }

  /** Lets one thing go wrong. Answers whether it has happened. */
  inject(fault: Fault): () => boolean {
    this.#faults.push(fault);
    return () => !this.#faults.includes(fault);
  }

  #session(upstream: string): ClientHttp2Session {
    if (this.#upstream && !this.#upstream.closed && !this.#upstream.destroyed)
      return this.#upstream;
    this.#upstream = connect(`http://${upstream}`);
    this.#upstream.on("error", () => {});
    this.#upstream.unref();
    return this.#upstream;
  }

  #serve(upstream: string, caller: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const method = (headers[":path"] ?? "").split("/").at(-1) ?? "";
    const fault = this.#take(method);
    caller.on("error", () => {});
    if (fault?.kind === "held") return;
    if (fault?.kind === "refused") {
      endWith(caller, fault.code);
      return;
    }

    const emulator = this.#session(upstream).request({ ...headers, ":authority": upstream });
    this.#open++;
    emulator.on("close", () => this.#open--);
    emulator.on("error", () => caller.close());
    const cost = new Meter(method);
    caller.on("data", (chunk: Buffer) => {
      cost.asked(chunk);
      emulator.write(chunk);
    });
    caller.on("end", () => emulator.end());
    caller.on("close", () => emulator.close());
    emulator.on("data", (chunk: Buffer) => cost.answered(chunk));
    const settle = (status: string | undefined) => status === "0" && this.#charge(cost.total());

    if (fault) {
      emulator.on("trailers", (trailers) => settle(String(trailers["grpc-status"])));
      emulator.on("end", () => endWith(caller, fault.code));
      return;
    }
    relay(emulator, caller, settle);
  }

  #take(method: string): Fault | undefined {
    const index = this.#faults.findIndex((fault) => fault.method === method);
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0];
  }

  #charge({ reads, writes, deletes }: Bill): void {
    this.bill.reads += reads;
    this.bill.writes += writes;
    this.bill.deletes += deletes;
  }
}

/** Passes an answer on as it comes; gRPC's status is in the trailers, or alone in the headers. */
function relay(
  emulator: ClientHttp2Stream,
  caller: ServerHttp2Stream,
  settle: (status: string | undefined) => void,
): void {
  let trailers: IncomingHttpHeaders = {};
  let statusAlone = false;
  emulator.on("response", (head) => {
    statusAlone = head["grpc-status"] !== undefined;
    if (statusAlone) settle(String(head["grpc-status"]));
    caller.respond(head, statusAlone ? { endStream: true } : { waitForTrailers: true });
  });
  emulator.on("trailers", (headers) => {
    trailers = { ...headers };
    settle(String(trailers["grpc-status"]));
  });
  caller.on("wantTrailers", () => caller.sendTrailers(trailers));
  emulator.on("data", (chunk: Buffer) => caller.write(chunk));
  emulator.on("end", () => statusAlone || caller.end());
}

function endWith(caller: ServerHttp2Stream, code: number): void {
  caller.respond(
    {
      ":status": 200,
      "content-type": "application/grpc",
      "grpc-status": String(code),
      "grpc-message": "injected fault",
    },
    { endStream: true },
  );
}

/** Counts one call. */
class Meter {
  readonly #method: string;
  readonly #bill: Bill = { reads: 0, writes: 0, deletes: 0 };
  #results = 0;
  #skipped = 0;
  readonly asked: (chunk: Buffer) => void;
  readonly answered: (chunk: Buffer) => void;

  constructor(method: string) {
    this.#method = method;
    this.asked = messages(codecOf(`${method}Request`), (message) => this.#request(message));
    this.answered = messages(codecOf(`${method}Response`), (message) => this.#response(message));
  }

  total(): Bill {
    const nothing = this.#method === "RunQuery" && this.#results + this.#skipped === 0 ? 1 : 0;
    return { ...this.#bill, reads: this.#bill.reads + this.#skipped + nothing };
  }

  #request({ writes = [] }: Message): void {
    if (this.#method !== "Commit" && this.#method !== "BatchWrite") return;
    for (const write of writes) {
      if (write.delete) this.#bill.deletes++;
      else this.#bill.writes++;
    }
  }

  #response({ found, missing, document, skippedResults, result }: Message): void {
    if (found || missing) this.#bill.reads++;
    if (document) {
      this.#bill.reads++;
      this.#results++;
    }
    // The emulator repeats the number of skipped documents with every answer.
    this.#skipped = Math.max(this.#skipped, skippedResults ?? 0);
    // In other answers `result` is the name of the field that is set.
    if (typeof result !== "object") return;
    const counted = Object.values(result.aggregateFields).map((field) =>
      Number(field.integerValue),
    );
    this.#bill.reads += Math.max(1, Math.ceil(Math.max(...counted) / 1000));
  }
}

const codecOf = (name: string): Codec | undefined => protos.google.firestore.v1[name];

/** Cuts a stream into gRPC messages: one byte of flags, four of length, the message. */
function messages(codec: Codec | undefined, onMessage: (message: Message) => void) {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer): void => {
    if (!codec) return;
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length >= 5 + rest.readUInt32BE(1)) {
      const end = 5 + rest.readUInt32BE(1);
      onMessage(codec.decode(rest.subarray(5, end)));
      rest = rest.subarray(end);
    }
  };
}
