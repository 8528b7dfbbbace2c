import type { Book } from "./book.ts";
import type { Form } from "./form.ts";
import type { Intents } from "./intents.ts";
import { type Intent, publicPart } from "./objects.ts";
import * as take from "./parameters.ts";
import type { Refunds } from "./refunds.ts";
import { invalid, missing } from "./refusal.ts";

/** Who asks: the shop's server, or a browser that holds the secret of the one intent. */
export type Asker = "server" | "browser";

export interface Parts {
  book: Book;
  intents: Intents;
  refunds: Refunds;
}

type Endpoint = (parts: Parts, form: Form, id: string, asker: Asker) => unknown;

const REASONS = ["duplicate", "fraudulent", "requested_by_customer"];

/** What the answer shows of an intent: to a browser less. */
export const shown = (intent: Intent, asker: Asker): Partial<Intent> =>
  asker === "server" ? intent : publicPart(intent);

/** The provider's endpoints, those of them that are played. A browser may use the marked ones. */
const ENDPOINTS: [method: string, path: RegExp, endpoint: Endpoint, browser?: "browser"][] = [
  ["POST", /^\/v1\/payment_intents$/, createIntent],
  ["GET", /^\/v1\/payment_intents$/, listIntents],
  ["GET", /^\/v1\/payment_intents\/([^/]+)$/, retrieveIntent, "browser"],
  ["POST", /^\/v1\/payment_intents\/([^/]+)\/confirm$/, confirmIntent, "browser"],
  ["POST", /^\/v1\/payment_intents\/([^/]+)\/cancel$/, cancelIntent],
  ["POST", /^\/v1\/refunds$/, createRefund],
  ["GET", /^\/v1\/refunds$/, listRefunds],
  ["GET", /^\/v1\/refunds\/([^/]+)$/, ({ book }, _form, id) => book.refund(id)],
];

export interface Call {
  browser: boolean;
  answer(parts: Parts, form: Form, asker: Asker): unknown;
}

/** The endpoint at that address, if it is played. */
export function endpointAt(method: string, path: string): Call | undefined {
  for (const [wanted, pattern, endpoint, browser] of ENDPOINTS) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (!match) continue;
    const id = decodeURIComponent(match[1] ?? "");
    return {
      browser: browser !== undefined,
      answer: (parts, form, asker) => endpoint(parts, form, id, asker),
    };
  }
  return undefined;
}

function createIntent({ book, intents }: Parts, form: Form): Intent {
  const known = ["amount", "currency", "metadata", "description", "receipt_email", "return_url"];
  const methods = ["payment_method", "allowed_payment_method_types", "automatic_payment_methods"];
  take.allowOnly(form, ...known, ...methods, "confirm", "mandate_data");
  const automatic = form.automatic_payment_methods;
  const types = Object.values(form.allowed_payment_method_types ?? {}).map(String);
  const amount = take.positiveIn(form, "amount");
  if (amount === undefined) take.requiredText(form, "amount");
  const intent = intents.create({
    allowed_payment_method_types: types.length > 0 ? types : null,
    amount: amount ?? 0,
    automatic_payment_methods:
      typeof automatic === "object" ? { enabled: automatic.enabled === "true" } : null,
    currency: take.currencyIn(form),
    description: take.textIn(form, "description") ?? null,
    metadata: take.metadataIn(form),
    payment_method: take.textIn(form, "payment_method") ?? null,
    payment_method_types: types.length > 0 ? types : ["card", "sepa_debit"],
    receipt_email: take.textIn(form, "receipt_email") ?? null,
  });
  if (form.confirm !== "true") return intent;
  return intents.confirm(book.intent(intent.id), undefined, take.textIn(form, "return_url"));
}

function listIntents({ book }: Parts, form: Form): unknown {
  take.allowOnly(form, "limit", "starting_after");
  const { intents } = book.records;
  return listOf(intents, form, "/v1/payment_intents", (id) => book.intent(id));
}

function listRefunds({ book }: Parts, form: Form): unknown {
  take.allowOnly(form, "limit", "starting_after", "payment_intent");
  const intent = take.textIn(form, "payment_intent");
  const refunds = book.records.refunds.filter(
    (refund) => intent === undefined || refund.payment_intent === intent,
  );
  return listOf(refunds, form, "/v1/refunds", (id) => book.refund(id));
}

/** A page of a list, newest first. */
function listOf<One>(all: One[], form: Form, url: string, find: (id: string) => One): unknown {
  const limit = take.positiveIn(form, "limit") ?? 10;
  if (limit > 100) throw invalid("parameter_invalid_integer", "At most 100.", "limit");
  const after = take.textIn(form, "starting_after");
  const newestFirst = all.toReversed();
  const from = after === undefined ? 0 : newestFirst.indexOf(find(after)) + 1;
  return {
    object: "list",
    data: newestFirst.slice(from, from + limit),
    has_more: newestFirst.length > from + limit,
    url,
  };
}

function retrieveIntent({ book }: Parts, form: Form, id: string, asker: Asker): unknown {
  take.allowOnly(form, "key", "client_secret");
  return shown(ofAsker(book, form, id, asker), asker);
}

function confirmIntent({ book, intents }: Parts, form: Form, id: string, asker: Asker): unknown {
  take.allowOnly(form, "payment_method", "return_url", "mandate_data", "client_secret", "key");
  const intent = ofAsker(book, form, id, asker);
  const method = take.textIn(form, "payment_method");
  return shown(intents.confirm(intent, method, take.textIn(form, "return_url")), asker);
}

/** The intent, if who asks may know of it: a browser has to know its secret. */
function ofAsker(book: Book, form: Form, id: string, asker: Asker): Intent {
  if (asker === "server") return book.intent(id);
  const secret = take.requiredText(form, "client_secret");
  const intent = book.records.intents.find((one) => one.id === id);
  if (intent?.client_secret === secret) return intent;
  if (!intent) throw missing("payment_intent", id);
  const message = "The client_secret provided does not match that of the PaymentIntent.";
  throw invalid("payment_intent_invalid_parameter", message, "client_secret");
}

function cancelIntent({ book, intents }: Parts, form: Form, id: string): Intent {
  take.allowOnly(form, "cancellation_reason");
  const reason = take.oneOf(form, "cancellation_reason", [...REASONS, "abandoned"]);
  return intents.cancel(book.intent(id), reason ?? null);
}

function createRefund({ book, refunds }: Parts, form: Form): unknown {
  take.allowOnly(form, "payment_intent", "amount", "metadata", "reason");
  return refunds.create(book.intent(take.requiredText(form, "payment_intent")), {
    amount: take.positiveIn(form, "amount"),
    metadata: take.metadataIn(form),
    reason: take.oneOf(form, "reason", REASONS) ?? null,
  });
}
