import type { StripeError } from "@stripe/stripe-js";
import { KindlingError } from "kindling-client";

/** What the provider, or the bank, says against a payment: in a sentence, and what to do. */
export class Refused extends KindlingError {
  constructor(error: StripeError) {
    const reason = error.decline_code ?? error.code ?? error.type;
    const remedy =
      error.type === "card_error" ? " Nothing was paid. Try again, or take another card." : "";
    const sentence = `${error.message ?? "The payment did not go through."}${remedy}`;
    super("failed-precondition", reason, sentence, {}, error);
  }
}
