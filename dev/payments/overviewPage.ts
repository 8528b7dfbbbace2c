import { escapeHtml } from "../../functions/src/core/mail/template.ts";
import { formatMoney } from "../../functions/src/core/money.ts";
import type { Book } from "./book.ts";
import type { Page } from "./layout.ts";
import type { Intent, Refund } from "./objects.ts";

const SHOWN = 100;

/** The latest payments, newest first, each with the way to its form. */
export function overviewPage({ records }: Book): Page {
  const latest = records.intents.slice(-SHOWN).toReversed();
  const rows = latest.map((intent) => row(intent, records.refunds));
  const table = `<table>
<thead><tr><th scope="col">Amount</th><th scope="col">For</th><th scope="col">State</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
  return {
    title: "Payments",
    wide: true,
    body: `<h1>Payments</h1>
<p class="note">The payment provider is simulated: no money moves.</p>
${rows.length > 0 ? table : "<p>None yet.</p>"}`,
  };
}

function row(intent: Intent, refunds: readonly Refund[]): string {
  const query = new URLSearchParams({ client_secret: intent.client_secret });
  const back = refunds
    .filter(({ payment_intent }) => payment_intent === intent.id)
    .map(({ amount, status }) => `; refund ${formatMoney(amount, intent.currency)}: ${status}`);
  return `<tr><td>${escapeHtml(formatMoney(intent.amount, intent.currency))}</td>
<td><a href="/pay/${intent.id}?${escapeHtml(String(query))}">${escapeHtml(intent.description ?? intent.id)}</a></td>
<td>${escapeHtml(`${intent.status.replaceAll("_", " ")}${back.join("")}`)}</td></tr>`;
}
