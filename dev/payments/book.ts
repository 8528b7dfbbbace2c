import { chargeOf, type Intent, newId, type PaymentEvent, type Refund } from "./objects.ts";
import { missing } from "./refusal.ts";

/** All there is, oldest first, as it can be kept. */
export interface Records {
  intents: Intent[];
  refunds: Refund[];
  events: PaymentEvent[];
}

export interface BookOptions {
  records: Records;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Hears of each event when it has happened. */
  onEvent: (event: PaymentEvent) => void;
}

const API_VERSION = "2026-10-28.endive";

/** Holds the records, and writes down what happens to them. */
export class Book {
  readonly records: Records;
  readonly #options: BookOptions;

  constructor(options: BookOptions) {
    this.records = options.records;
    this.#options = options;
  }

  intent(id: string): Intent {
    const intent = this.records.intents.find((one) => one.id === id);
    if (!intent) throw missing("payment_intent", id);
    return intent;
  }

  refund(id: string): Refund {
    const refund = this.records.refunds.find((one) => one.id === id);
    if (!refund) throw missing("refund", id);
    return refund;
  }

  chargeOf(intent: Intent) {
    const refunds = this.records.refunds.filter((one) => one.payment_intent === intent.id);
    return chargeOf(intent, refunds);
  }

  happened(type: string, object: PaymentEvent["data"]["object"]): void {
    const event: PaymentEvent = {
      id: newId("evt"),
      object: "event",
      api_version: API_VERSION,
      created: this.seconds(),
      data: { object: structuredClone(object) },
      livemode: false,
      pending_webhooks: 1,
      request: null,
      type,
    };
    this.records.events.push(event);
    this.#options.onEvent(event);
  }

  seconds = (): number => Math.floor(this.#options.now() / 1000);
}
