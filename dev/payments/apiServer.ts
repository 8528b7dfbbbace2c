import { type Asker, endpointAt, type Parts, shown } from "./api.ts";
import type { Asked } from "./control.ts";
import type { Faults, Trouble } from "./faults.ts";
import { parseForm } from "./form.ts";
import { answerJson, type Request } from "./http.ts";
import type { Answer, Idempotency } from "./idempotency.ts";
import { newId } from "./objects.ts";
import { invalid, Refusal } from "./refusal.ts";

export interface ApiServerOptions {
  parts: Parts;
  faults: Faults;
  idempotency: Idempotency;
  onAsked: (asked: Asked) => void;
}

// Browsers confirm from a page of another origin.
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type, idempotency-key, stripe-version",
};

const OUR_END = new Refusal(500, {
  type: "api_error",
  message: "Something went wrong on our end.",
});

const INJECTED: Partial<Record<Trouble, Refusal>> = {
  "500": OUR_END,
  "500-kept": OUR_END,
  "429": new Refusal(429, {
    type: "rate_limit_error",
    code: "rate_limit",
    message: "Too many requests. Try again later.",
  }),
};

/** Answers what is asked of the provider's API, or does to it what a fault says. */
export function serveApi(options: ApiServerOptions, request: Request): void {
  const { method, path, headers, response } = request;
  if (method === "OPTIONS") {
    response.writeHead(204, CORS).end();
    return;
  }
  const trouble = options.faults.take(method, path);
  const key = method === "POST" ? headers["idempotency-key"]?.toString() : undefined;
  const asked: Asked = { method, path, key, status: undefined, trouble };
  options.onAsked(asked);
  if (trouble === "drop-before") {
    response.destroy();
    return;
  }
  const injected = trouble && INJECTED[trouble];
  const { status, body, replayed }: Answer & { replayed?: true } = injected
    ? answerOf(injected, "browser")
    : answer(options, request, key);
  asked.status = status;
  if (trouble === "500-kept" && key !== undefined) {
    options.idempotency.keep(key, `${method} ${path}`, request.body, { status, body });
  }
  if (trouble === "drop-after") response.destroy();
  else if (trouble !== "hang") {
    const more = { "request-id": newId("req"), ...(replayed && { "idempotent-replayed": "true" }) };
    answerJson(response, status, body, { ...CORS, ...more });
  } else if (key !== undefined) response.on("close", options.idempotency.hold(key));
}

function answer(
  { parts, idempotency }: ApiServerOptions,
  { method, path, headers, query, body }: Request,
  key: string | undefined,
): Answer & { replayed?: true } {
  const parameters = method === "GET" ? query.toString() : body;
  const form = parseForm(parameters);
  const endpoint = `${method} ${path}`;
  try {
    const asker = askerOf(headers.authorization, form.key);
    const call = endpointAt(method, path);
    if (!call) throw unknownUrl(method, path);
    if (asker === "browser" && !call.browser) throw secretKeyRequired();
    const earlier = key === undefined ? undefined : idempotency.earlier(key, endpoint, parameters);
    if (earlier) return { ...earlier, replayed: true };
    const done = act(() => call.answer(parts, form, asker), asker);
    if (key !== undefined) idempotency.keep(key, endpoint, parameters, done);
    return done;
  } catch (error) {
    return answerOf(error, "browser");
  }
}

/** What came of it, whether carried out or refused. Parameters that make no sense are thrown. */
function act(work: () => unknown, asker: Asker): Answer {
  try {
    return { status: 200, body: structuredClone(work()) };
  } catch (error) {
    if (error instanceof Refusal && error.reason.code?.startsWith("parameter_")) throw error;
    return answerOf(error, asker);
  }
}

/** The provider's shape of a refusal. */
function answerOf(error: unknown, asker: Asker): Answer {
  if (!(error instanceof Refusal)) throw error;
  const { status, reason, intent } = error;
  const about = intent ? { payment_intent: shown(intent, asker) } : {};
  return { status, body: { error: { ...reason, ...about } } };
}

/** By the key: the secret one is a server's, the publishable one may be in the form as well. */
function askerOf(authorization = "", inForm: unknown): Asker {
  const key = authorization.replace(/^Bearer /, "") || String(inForm ?? "");
  if (/^[sr]k_test_\w+$/.test(key)) return "server";
  if (/^pk_test_\w+$/.test(key)) return "browser";
  throw new Refusal(401, {
    type: "invalid_request_error",
    message: "Invalid API key: this simulator knows sk_test_… and pk_test_…",
  });
}

const secretKeyRequired = (): Refusal =>
  new Refusal(403, {
    type: "invalid_request_error",
    code: "secret_key_required",
    message: "This API call cannot be made with a publishable API key.",
  });

function unknownUrl(method: string, path: string): Refusal {
  const message = `Unrecognized request URL (${method}: ${path}), or one that is not simulated.`;
  return new Refusal(404, { ...invalid(undefined, message).reason });
}
