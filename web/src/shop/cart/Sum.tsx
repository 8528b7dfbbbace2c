import type { Order } from "kindling-client";
import { Button, Loading, Refusal } from "../../core/ui/index.ts";
import { money } from "../../core/words.ts";
import type { Quoted } from "./quote.ts";

/** What a quote comes to, as far as it is known. */
export function Sum({ of: { quote, problem, isLoading, askAgain } }: { of: Quoted }) {
  return (
    <>
      <Refusal problem={problem}>
        <Button isSmall onClick={askAgain}>
          Ask again
        </Button>
      </Refusal>
      {!quote && isLoading && <Loading rows={2} what="Asking what it costs" />}
      {quote && (
        <div class={isLoading ? "is-changing" : undefined} aria-busy={isLoading} aria-live="polite">
          <Totals of={quote.totals} currency={quote.currency} />
        </div>
      )}
    </>
  );
}

/** Of a quote or an order, in minor units. */
export function Totals({ of: totals, currency }: { of: Order["totals"]; currency: string }) {
  const { lines, discount, shipping, tax, total } = totals;
  return (
    <dl class="sum">
      <dt>Goods</dt>
      <dd>{money(lines, currency)}</dd>
      {discount > 0 && (
        <>
          <dt>Discount</dt>
          <dd>{money(-discount, currency)}</dd>
        </>
      )}
      <dt>Shipping</dt>
      <dd>{shipping === 0 ? "free" : money(shipping, currency)}</dd>
      <dt>Tax</dt>
      <dd>{money(tax, currency)}</dd>
      <dt class="total">Total</dt>
      <dd class="total">{money(total, currency)}</dd>
    </dl>
  );
}
