import type { Book } from "./book.ts";
import type { Outcome } from "./intents.ts";
import { refundBegins } from "./methods.ts";
import { type Intent, newId, type Refund } from "./objects.ts";
import { invalid } from "./refusal.ts";

export type NewRefund = Pick<Refund, "metadata" | "reason"> & {
  /** All that is left, if it isn't given. */
  amount: number | undefined;
};

/** Gives money back: in all never more than was taken, where what failed does not count. */
export class Refunds {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  create(intent: Intent, { amount, metadata, reason }: NewRefund): Refund {
    if (intent.status !== "succeeded") {
      const message = `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`;
      throw invalid(undefined, message);
    }
    const charge = this.#book.chargeOf(intent);
    const left = charge.amount_captured - charge.amount_refunded;
    if (left === 0) {
      const message = `Charge ${charge.id} has already been refunded.`;
      throw invalid("charge_already_refunded", message);
    }
    if (amount !== undefined && amount > left) {
      const message = `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`;
      throw invalid(undefined, message, "amount");
    }
    const refund: Refund = {
      id: newId("re"),
      object: "refund",
      amount: amount ?? left,
      charge: charge.id,
      created: this.#book.seconds(),
      currency: intent.currency,
      metadata,
      payment_intent: intent.id,
      reason,
      status: refundBegins(intent.payment_method),
    };
    if (refund.status === "pending") refund.pending_reason = "processing";
    this.#book.records.refunds.push(refund);
    this.#book.happened("refund.created", refund);
    this.#book.happened("charge.refunded", this.#book.chargeOf(intent));
    return refund;
  }

  /** Ends the wait for the bank. One that has succeeded may still fail. */
  settle(refund: Refund, outcome: Outcome): void {
    if (refund.status === "failed" || refund.status === outcome) {
      throw invalid(undefined, `${refund.id} waits for nothing: it is ${refund.status}.`);
    }
    refund.status = outcome;
    delete refund.pending_reason;
    if (outcome === "failed") refund.failure_reason = "expired_or_canceled_card";
    this.#book.happened("refund.updated", refund);
    if (outcome === "failed") this.#book.happened("refund.failed", refund);
  }
}
