import { escapeHtml } from "../../functions/src/core/mail/template.ts";
import { formatMoney } from "../../functions/src/core/money.ts";
import type { Page } from "./layout.ts";
import type { Intent } from "./objects.ts";

/** Plays the page of the buyer's bank that asks for 3-D Secure. */
export function challengePage(intent: Intent): Page {
  if (intent.status !== "requires_action") {
    return { title: "3-D Secure", body: "<h1>3-D Secure</h1><p>There is nothing to approve.</p>" };
  }
  const amount = formatMoney(intent.amount, intent.currency);
  const secret = escapeHtml(intent.client_secret);
  return {
    title: `Approve ${amount}`,
    body: `<h1>3-D Secure</h1>
<p>Your bank asks: do you approve the payment of <strong>${escapeHtml(amount)}</strong>${
      intent.description ? ` for ${escapeHtml(intent.description)}` : ""
    }?</p>
<p class="note">The bank is simulated as well.</p>
<form method="post">
<input type="hidden" name="client_secret" value="${secret}">
<button class="first" name="outcome" value="succeeded">Approve</button>
<button name="outcome" value="failed">Reject</button>
</form>`,
  };
}
