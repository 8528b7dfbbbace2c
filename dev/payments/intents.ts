import type { Book } from "./book.ts";
import {
  AUTHENTICATION_FAILED,
  behaviourOf,
  DEBIT_FAILED,
  type Decline,
  kindOf,
} from "./methods.ts";
import { type Intent, newId } from "./objects.ts";
import { invalid, type Reason, Refusal, wrongState } from "./refusal.ts";

/** How a wait ends. */
export type Outcome = "succeeded" | "failed";

export type NewIntent = Pick<
  Intent,
  | "allowed_payment_method_types"
  | "amount"
  | "automatic_payment_methods"
  | "currency"
  | "description"
  | "metadata"
  | "payment_method"
  | "payment_method_types"
  | "receipt_email"
>;

/** An intent that was paid. */
export type Paid = Pick<Intent, "id" | "amount" | "currency" | "metadata">;

const SMALLEST_AMOUNT = 50;
/** Of these an intent may be confirmed, and canceled. */
const OPEN = ["requires_payment_method", "requires_confirmation", "requires_action"];

/** The states of a payment intent, and what leads from one to the other. */
export class Intents {
  readonly #book: Book;
  readonly #url: string;

  /** Its pages, where buyers are sent for 3-D Secure, are at `url`. */
  constructor(book: Book, url: string) {
    this.#book = book;
    this.#url = url;
  }

  create(order: NewIntent): Intent {
    if (order.amount < SMALLEST_AMOUNT) {
      throw invalid("amount_too_small", "The amount is below the smallest there is.", "amount");
    }
    if (order.payment_method !== null) behaviourOf(order.payment_method);
    const intent = newIntent(newId("pi"), order, this.#book.seconds());
    this.#book.records.intents.push(intent);
    this.#book.happened("payment_intent.created", intent);
    return intent;
  }

  /** One that was paid by card before there was anybody to tell. What is known already stays as it is. */
  remember({ id, amount, currency, metadata }: Paid): void {
    if (this.#book.records.intents.some((one) => one.id === id)) return;
    const order: NewIntent = {
      allowed_payment_method_types: null,
      amount,
      automatic_payment_methods: { enabled: true },
      currency,
      description: null,
      metadata,
      payment_method: "pm_card_visa",
      payment_method_types: ["card"],
      receipt_email: null,
    };
    this.#book.records.intents.push({
      ...newIntent(id, order, this.#book.seconds()),
      amount_received: amount,
      latest_charge: newId("ch"),
      status: "succeeded",
    });
  }

  /** Tries to take the money. Refuses with what the bank says, if it says no. */
  confirm(intent: Intent, method: string | undefined, returnUrl: string | undefined): Intent {
    open(intent, "confirm");
    const chosen = method ?? intent.payment_method;
    if (chosen === null) {
      throw wrongState("You cannot confirm this PaymentIntent: no payment method.", intent);
    }
    const does = behaviourOf(chosen);
    Object.assign(intent, {
      payment_method: chosen,
      last_payment_error: null,
      latest_charge: null,
      next_action: null,
    });
    if (does === "succeeds") this.#paid(intent);
    else if (does === "asks") this.#ask(intent, returnUrl ?? null);
    else if (does === "waits") this.#wait(intent);
    else this.#decline(intent, does);
    return intent;
  }

  cancel(intent: Intent, reason: string | null): Intent {
    open(intent, "cancel");
    Object.assign(intent, {
      status: "canceled",
      canceled_at: this.#book.seconds(),
      cancellation_reason: reason,
      next_action: null,
    });
    this.#book.happened("payment_intent.canceled", intent);
    return intent;
  }

  /** Ends the wait for a bank debit, or for the buyer's 3-D Secure. */
  settle(intent: Intent, outcome: Outcome): void {
    const { id, status } = intent;
    if (status !== "processing" && status !== "requires_action") {
      throw wrongState(`${id} waits for nothing: it is ${status}.`, intent);
    }
    intent.next_action = null;
    if (outcome === "succeeded") this.#paid(intent);
    else this.#failed(intent, status === "processing" ? DEBIT_FAILED : AUTHENTICATION_FAILED);
  }

  #paid(intent: Intent): void {
    intent.latest_charge ??= newId("ch");
    Object.assign(intent, { status: "succeeded", amount_received: intent.amount });
    this.#book.happened("payment_intent.succeeded", intent);
  }

  #wait(intent: Intent): void {
    Object.assign(intent, { status: "processing", latest_charge: newId("ch") });
    this.#book.happened("payment_intent.processing", intent);
  }

  #ask(intent: Intent, return_url: string | null): void {
    const url = `${this.#url}/3ds/${intent.id}?client_secret=${intent.client_secret}`;
    intent.status = "requires_action";
    intent.next_action = { type: "redirect_to_url", redirect_to_url: { url, return_url } };
    this.#book.happened("payment_intent.requires_action", intent);
  }

  #decline(intent: Intent, { decline }: Decline): never {
    intent.latest_charge = newId("ch");
    const reason: Reason = { type: "card_error", ...decline };
    this.#failed(intent, reason);
    throw new Refusal(402, reason, structuredClone(intent));
  }

  #failed(intent: Intent, reason: Reason): void {
    const id = intent.payment_method ?? "";
    intent.last_payment_error = {
      ...reason,
      ...(intent.latest_charge ? { charge: intent.latest_charge } : {}),
      payment_method: { id, object: "payment_method", type: kindOf(id) },
    };
    Object.assign(intent, { status: "requires_payment_method", payment_method: null });
    this.#book.happened("payment_intent.payment_failed", intent);
  }
}

const newIntent = (id: string, order: NewIntent, created: number): Intent => ({
  id,
  object: "payment_intent",
  ...order,
  amount_capturable: 0,
  amount_received: 0,
  canceled_at: null,
  cancellation_reason: null,
  capture_method: "automatic_async",
  client_secret: `${id}_${newId("secret")}`,
  confirmation_method: "automatic",
  created,
  customer: null,
  last_payment_error: null,
  latest_charge: null,
  livemode: false,
  next_action: null,
  status: order.payment_method === null ? "requires_payment_method" : "requires_confirmation",
});

function open(intent: Intent, act: "confirm" | "cancel"): void {
  if (OPEN.includes(intent.status)) return;
  const message = `You cannot ${act} this PaymentIntent because it has a status of ${intent.status}.`;
  throw wrongState(message, intent);
}
