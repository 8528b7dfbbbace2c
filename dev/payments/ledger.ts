import type { Intent, Refund } from "./objects.ts";

export interface Sums {
  captured: number;
  refunded: number;
}

/** The money that moved: what was captured, and what of it was given back and stayed so. */
export interface Ledger extends Sums {
  intents: Record<string, Sums>;
}

export function ledgerOf(intents: Iterable<Intent>, refunds: readonly Refund[]): Ledger {
  const ledger: Ledger = { captured: 0, refunded: 0, intents: {} };
  for (const { id, amount_received: captured } of intents) {
    ledger.intents[id] = { captured, refunded: 0 };
    ledger.captured += captured;
  }
  for (const { status, amount, payment_intent } of refunds) {
    const sums = ledger.intents[payment_intent];
    if (!sums || status !== "succeeded") continue;
    sums.refunded += amount;
    ledger.refunded += amount;
  }
  return ledger;
}
