import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Parts } from "./api.ts";
import { challengePage } from "./challengePage.ts";
import type { Request } from "./http.ts";
import { answerPage } from "./layout.ts";
import type { Intent } from "./objects.ts";
import { overviewPage } from "./overviewPage.ts";
import { payPage, returnAddress } from "./payPage.ts";

const NOTHING = { title: "Not found", body: "<h1>There is nothing here</h1>" };

const SCRIPT = join(import.meta.dirname, "stripe.js");

/**
 * Answers with the pages: all payments, the form of one, and the bank's page for 3-D Secure; and with the
 * script by which an app shows the form itself.
 */
export function servePage(parts: Parts, { method, path, query, body, response }: Request): void {
  const [, page = "", id = ""] = path.split("/");
  const posted = new URLSearchParams(body);
  const secret = method === "POST" ? posted.get("client_secret") : query.get("client_secret");
  const intent = parts.book.records.intents.find((one) => one.id === id);
  const known = intent?.client_secret === secret ? intent : undefined;
  if (path === "/stripe.js" && method === "GET") {
    response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" });
    response.end(readFileSync(SCRIPT));
  } else if (path === "/" && method === "GET") answerPage(response, 200, overviewPage(parts.book));
  else if (!known) answerPage(response, 404, NOTHING);
  else if (page === "pay" && method === "GET") {
    answerPage(response, 200, payPage(known, query.get("return_url")));
  } else if (page === "3ds" && method === "GET") answerPage(response, 200, challengePage(known));
  else if (page === "3ds" && method === "POST") {
    const location = challenged(parts, known, posted.get("outcome"));
    if (location === undefined) answerPage(response, 200, challengePage(known));
    else response.writeHead(303, { location }).end();
  } else answerPage(response, 404, NOTHING);
}

/** The buyer has decided. Answers where that leads, if it leads anywhere. */
function challenged({ intents }: Parts, intent: Intent, outcome: string | null) {
  if (intent.status !== "requires_action") return undefined;
  const back = intent.next_action?.redirect_to_url.return_url ?? null;
  intents.settle(intent, outcome === "succeeded" ? "succeeded" : "failed");
  return returnAddress(intent, back);
}
