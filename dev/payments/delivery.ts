import { setTimeout as pause } from "node:timers/promises";
import type { PaymentEvent } from "./objects.ts";
import { isTaken, post, type Sending, signatureOf } from "./webhook.ts";

/** How deliveries go wrong. */
export interface Disorder {
  /** Each event comes so many times. */
  copies?: number;
  /** Each event comes so much later. */
  delayMs?: number;
  /** So many events are held back, and then come in reverse. */
  reverse?: number;
  /** So many events, or all of these types, never come. */
  lose?: number | readonly string[];
}

export interface DeliveryOptions {
  secret: string;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Tries of an event that the receiver refuses. While it does not answer at all they don't count. */
const TRIES = 7;
const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;

/**
 * Brings events to the webhook: each at once and, until it is taken, again after longer and longer
 * waits. First tries come in order, one after the other; second ones in between.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #ended = new AbortController();
  #url: string | undefined;
  #disorder: Disorder = {};
  #lost = 0;
  #paused = false;
  #held: PaymentEvent[] = [];
  #reversed: PaymentEvent[] = [];
  #firstTries: Promise<void> = Promise.resolve();

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Where the webhook is. Until it is said, events are held. */
  deliverTo(url: string): void {
    this.#url = url;
    if (!this.#paused) this.#letGo();
  }

  /** From now on deliveries go wrong like this; what was held back to be reversed comes. */
  disturb(disorder: Disorder): void {
    this.#disorder = disorder;
    this.#lost = 0;
    this.#flush();
  }

  pause(): void {
    this.#paused = true;
  }

  release(): void {
    this.#paused = false;
    if (this.#url !== undefined) this.#letGo();
  }

  take(event: PaymentEvent): void {
    if (!this.#holds(event)) this.#dispatch(event);
  }

  /** Sends one event now. Answers the HTTP status, 0 if there was no answer. */
  async send(event: PaymentEvent, sending: Sending = {}): Promise<number> {
    if (this.#url === undefined) throw new Error("There is no webhook to send it to.");
    const { body = JSON.stringify({ ...event, pending_webhooks: 1 }) } = sending;
    const { timestamp = Math.floor(this.#options.now() / 1000) } = sending;
    const { signature = signatureOf(body, this.#options.secret, timestamp) } = sending;
    const status = await post(this.#url, body, signature, this.#ended.signal);
    if (isTaken(status) && sending.body === undefined) event.pending_webhooks = 0;
    return status;
  }

  stop(): void {
    this.#ended.abort();
  }

  #holds(event: PaymentEvent): boolean {
    if (!this.#paused && this.#url !== undefined) return false;
    this.#held.push(event);
    return true;
  }

  #letGo(): void {
    for (const event of this.#held.splice(0)) {
      // Sent by hand meanwhile.
      if (event.pending_webhooks === 1) this.#dispatch(event);
    }
  }

  #dispatch(event: PaymentEvent): void {
    if (this.#loses(event)) {
      event.pending_webhooks = 0;
      return;
    }
    this.#reversed.push(event);
    if (this.#reversed.length < (this.#disorder.reverse ?? 1)) return;
    delete this.#disorder.reverse;
    this.#flush();
  }

  #loses({ type }: PaymentEvent): boolean {
    const { lose = 0 } = this.#disorder;
    if (typeof lose !== "number") return lose.includes(type);
    if (this.#lost >= lose) return false;
    this.#lost++;
    return true;
  }

  #flush(): void {
    const { copies = 1, delayMs = 0 } = this.#disorder;
    const due = performance.now() + delayMs;
    for (const event of this.#reversed.splice(0).toReversed()) {
      for (let copy = 0; copy < copies; copy++) {
        this.#firstTries = this.#firstTries.then(() => this.#firstTry(event, due));
      }
    }
  }

  async #firstTry(event: PaymentEvent, due: number): Promise<void> {
    await this.#wait(due - performance.now());
    if (this.#ended.signal.aborted || this.#holds(event)) return;
    const status = await this.send(event);
    if (!isTaken(status)) this.#tryAgain(event, status);
  }

  async #tryAgain(event: PaymentEvent, first: number): Promise<void> {
    let status = first;
    let refusals = 0;
    for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      if (status !== 0) refusals++;
      if (refusals === TRIES) return;
      await this.#wait(wait);
      if (this.#ended.signal.aborted || event.pending_webhooks === 0) return;
      if (this.#holds(event)) return;
      status = await this.send(event);
      if (isTaken(status)) return;
    }
  }

  #wait = (milliseconds: number): Promise<void> =>
    milliseconds <= 0
      ? Promise.resolve()
      : pause(milliseconds, undefined, { signal: this.#ended.signal }).catch(() => {});
}
