import type { Booking } from "kindling-client";
import { money } from "../core/words.ts";

/** The lines of a price. */
export function Totals({ totals, nights }: { totals: Booking["totals"]; nights: string }) {
  return (
    <dl class="sum">
      <dt>{nights}</dt>
      <dd>{money(totals.nights)}</dd>
      {totals.cleaning > 0 && (
        <>
          <dt>Cleaning</dt>
          <dd>{money(totals.cleaning)}</dd>
        </>
      )}
      {totals.tax > 0 && (
        <>
          <dt>Tax</dt>
          <dd>{money(totals.tax)}</dd>
        </>
      )}
      <dt class="total">Total</dt>
      <dd class="total">{money(totals.total)}</dd>
    </dl>
  );
}
