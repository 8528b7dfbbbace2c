import type { Disorder } from "./delivery.ts";
import type { Fault, Trouble } from "./faults.ts";
import type { Outcome, Paid } from "./intents.ts";
import type { Ledger } from "./ledger.ts";
import type { PaymentEvent } from "./objects.ts";
import type { Sending } from "./webhook.ts";

/** A request that came to the API. */
export interface Asked {
  method: string;
  path: string;
  key: string | undefined;
  /** What was answered, heard or not; undefined if the request went wrong before. */
  status: number | undefined;
  trouble: Trouble | undefined;
}

/** What a test tells and asks the simulator, in its process or, by `paymentControl`, in another. */
export interface PaymentControl {
  /** Lets requests go wrong. */
  fault(fault: Fault): Promise<void>;
  /** Lets deliveries go wrong from now on; `{}` is as they should be. */
  deliver(disorder: Disorder): Promise<void>;
  /** Holds all events until `release`, which brings those that weren't sent meanwhile. */
  pause(): Promise<void>;
  release(): Promise<void>;
  /** Ends all that goes wrong, and a pause. */
  mend(): Promise<void>;
  /** All events, oldest first; `pending_webhooks` is 1 until one is taken (or lost). */
  events(): Promise<PaymentEvent[]>;
  /** Sends one event now. Answers the HTTP status, 0 if there was no answer. */
  send(eventId: string, sending?: Sending): Promise<number>;
  /**
   * Ends a wait: of an intent in `processing` or `requires_action`, of a refund; a refund that
   * succeeded may still fail.
   */
  settle(id: string, outcome: Outcome): Promise<void>;
  /** Puts in what was paid before: nobody is told. */
  remember(paid: readonly Paid[]): Promise<void>;
  ledger(): Promise<Ledger>;
  /** The latest thousand requests, oldest first. */
  requests(): Promise<Asked[]>;
}

const VERBS = [
  "fault",
  "deliver",
  "pause",
  "release",
  "mend",
  "events",
  "send",
  "settle",
  "remember",
  "ledger",
  "requests",
] as const satisfies (keyof PaymentControl)[];

/** The simulator at `url`, told and asked from another process. */
export const paymentControl = (url: string): PaymentControl =>
  Object.fromEntries(
    VERBS.map((verb) => [
      verb,
      async (...words: unknown[]) => {
        const answer = await fetch(`${url}/_control/${verb}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(words),
        });
        const { result, error } = (await answer.json()) as { result?: unknown; error?: string };
        if (!answer.ok) throw new Error(error);
        return result;
      },
    ]),
    // Each of them is asked for by its name in the interface.
  ) as unknown as PaymentControl;

/** Does what another process asked for: the arguments of `verb`, as a JSON array. */
export async function obey(control: PaymentControl, verb: string, body: string): Promise<unknown> {
  const known = VERBS.find((one) => one === verb);
  if (!known) throw new Error(`There is no "${verb}". There are ${VERBS.join(", ")}.`);
  const words = JSON.parse(body || "[]") as never[];
  return (control[known] as (...words: never[]) => Promise<unknown>)(...words);
}
