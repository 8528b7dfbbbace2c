import { Refusal } from "./refusal.ts";

export interface Answer {
  status: number;
  body: unknown;
}

/** What was answered under a key, and to what. */
export interface Answered extends Answer {
  endpoint: string;
  parameters: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** So long the provider knows a key; what comes later under it is new. */
const MEMORY = 24 * 60 * 60_000;

/**
 * The answers given under idempotency keys. A key stands for one endpoint and its parameters: the
 * same again gets the same answer and nothing is done.
 */
export class Idempotency {
  /** The answers, as they can be kept. */
  readonly answers: Record<string, Answered>;
  readonly #inFlight = new Set<string>();
  readonly #now: () => number;

  constructor(answers: Record<string, Answered>, now: () => number) {
    const known = Object.entries(answers).filter(([, { at }]) => now() - at <= MEMORY);
    this.answers = Object.fromEntries(known);
    this.#now = now;
  }

  /** What was answered before. Refuses a key used for something else, or still in flight. */
  earlier(key: string, endpoint: string, parameters: string): Answer | undefined {
    const known = Object.hasOwn(this.answers, key) ? this.answers[key] : undefined;
    if (!known || this.#now() - known.at > MEMORY) return undefined;
    if (known.endpoint !== endpoint || known.parameters !== parameters) {
      throw new Refusal(400, {
        type: "idempotency_error",
        message: `Keys for idempotent requests can only be used with the same endpoint and parameters they were first used with. Try using a key other than '${key}'.`,
      });
    }
    if (this.#inFlight.has(key)) {
      throw new Refusal(409, {
        type: "idempotency_error",
        code: "idempotency_key_in_use",
        message: "There is currently another in-progress request using this idempotency key.",
      });
    }
    return known;
  }

  keep(key: string, endpoint: string, parameters: string, { status, body }: Answer): void {
    this.answers[key] = { endpoint, parameters, at: this.#now(), status, body };
  }

  /** The request under this key has acted and not yet answered. Returns what ends that. */
  hold(key: string): () => void {
    this.#inFlight.add(key);
    return () => this.#inFlight.delete(key);
  }
}
