import { escapeHtml } from "../../functions/src/core/mail/template.ts";
import { formatMoney } from "../../functions/src/core/money.ts";
import { type Page, webAddress } from "./layout.ts";
import type { Intent } from "./objects.ts";

const CHOICES: [method: string, label: string][] = [
  ["pm_card_visa", "Pay"],
  ["pm_card_chargeDeclined", "Card is declined"],
  ["pm_card_visa_chargeDeclinedInsufficientFunds", "Insufficient funds"],
  ["pm_card_authenticationRequired", "3-D Secure"],
  ["pm_successDelayed_de", "Bank debit (settles later)"],
];

const SAID: Partial<Record<Intent["status"], [tone: string, words: string]>> = {
  succeeded: ["good", "Paid. Thank you."],
  processing: ["", "The bank debit is on its way. It settles when you say so:"],
  canceled: ["bad", "This payment was canceled."],
};

/**
 * Plays the payment form, as an app would show it by the provider's SDK for browsers. `returnUrl` is
 * where the app wants its buyer back.
 */
export function payPage(intent: Intent, returnUrl: string | null): Page {
  const amount = escapeHtml(formatMoney(intent.amount, intent.currency));
  const about = intent.description ?? "An order";
  const [tone, words] = SAID[intent.status] ?? failure(intent);
  return {
    title: `Pay ${formatMoney(intent.amount, intent.currency)}`,
    body: `<h1>${amount}</h1>
<p>${escapeHtml(about)}</p>
<p class="note">The payment provider is simulated: no money moves.${
      intent.status in SAID ? "" : " What shall happen?"
    }</p>
<div id="choices" data-intent="${intent.id}" data-secret="${escapeHtml(intent.client_secret)}">
${choices(intent).join("\n")}
</div>
<p role="status" class="${tone}">${escapeHtml(words)}</p>
${settling(intent)}
${wayBack(intent, returnUrl)}`,
    script: SCRIPT,
  };
}

const choices = ({ status }: Intent): string[] =>
  status in SAID
    ? []
    : CHOICES.map(([method, label], index) => {
        const look = index === 0 ? ' class="first"' : "";
        return `<button type="button"${look} data-method="${method}">${label}</button>`;
      });

const failure = ({ last_payment_error: error }: Intent): [string, string] =>
  error ? ["bad", error.message] : ["", ""];

/** The bank's answer to a debit comes days later; here whoever looks at the page is the bank. */
const settling = ({ id, status }: Intent): string =>
  status !== "processing"
    ? ""
    : `<button type="button" data-settle="succeeded" data-id="${id}">The debit succeeds</button>
<button type="button" data-settle="failed" data-id="${id}">The debit bounces</button>`;

function wayBack(intent: Intent, returnUrl: string | null): string {
  const url = returnAddress(intent, returnUrl);
  if (!url) return "";
  const look = intent.status in SAID ? "button first" : "button";
  const label = intent.status in SAID ? "Continue" : "Back without paying";
  return `<a class="${look}" href="${escapeHtml(url)}">${label}</a>`;
}

/** Where the buyer goes, told what became of it as the provider would tell. */
export function returnAddress(intent: Intent, returnUrl: string | null): string | undefined {
  const url = webAddress(returnUrl);
  if (!url) return undefined;
  const { id, client_secret, status } = intent;
  url.searchParams.set("payment_intent", id);
  url.searchParams.set("payment_intent_client_secret", client_secret);
  const well = status === "succeeded" || status === "processing";
  url.searchParams.set("redirect_status", well ? "succeeded" : "failed");
  return url.href;
}

// What is refused is said at once; anything else shows on the page as it is then.
const SCRIPT = `
const choices = document.getElementById("choices");
const status = document.querySelector("[role=status]");
function say(words, tone) {
  status.textContent = words;
  status.className = tone;
}
async function post(button, path, type, body) {
  for (const one of document.querySelectorAll("button")) one.disabled = true;
  say("One moment …", "");
  try {
    const answer = await fetch(path, { method: "POST", headers: { "content-type": type }, body });
    const { error, next_action: next } = await answer.json();
    if (next) return location.assign(next.redirect_to_url.url);
    if (!error) return location.reload();
    say(error.message, "bad");
  } catch {
    say("The payment simulator does not answer.", "bad");
  }
  for (const one of document.querySelectorAll("button")) one.disabled = false;
  button.focus();
}
addEventListener("click", ({ target }) => {
  const { method, settle, id } = target.dataset ?? {};
  const { intent, secret } = choices.dataset;
  if (method) {
    post(target, "/v1/payment_intents/" + intent + "/confirm", "application/x-www-form-urlencoded",
      new URLSearchParams({ key: "pk_test_local", client_secret: secret, payment_method: method,
        return_url: location.href }));
  }
  if (settle) post(target, "/_control/settle", "application/json", JSON.stringify([id, settle]));
});
`;
