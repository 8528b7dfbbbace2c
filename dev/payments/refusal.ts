import type { Intent } from "./objects.ts";

/** What is said of a refused request. `type`, `code` and `param` are the provider's own words. */
export interface Reason {
  type:
    | "api_error"
    | "card_error"
    | "idempotency_error"
    | "invalid_request_error"
    | "rate_limit_error";
  code?: string | undefined;
  param?: string;
  decline_code?: string;
  message: string;
}

/** A request refused, with the HTTP status and the intent that it was about. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: Reason;
  readonly intent: Intent | undefined;

  constructor(status: number, reason: Reason, intent?: Intent) {
    super(reason.message);
    this.status = status;
    this.reason = reason;
    this.intent = intent;
  }
}

export const invalid = (code: string | undefined, message: string, param?: string): Refusal =>
  new Refusal(400, {
    type: "invalid_request_error",
    code,
    message,
    ...(param === undefined ? {} : { param }),
  });

export const missing = (kind: string, id: string): Refusal =>
  new Refusal(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    param: "intent",
    message: `No such ${kind}: '${id}'`,
  });

export const wrongState = (message: string, intent: Intent): Refusal =>
  new Refusal(
    400,
    { type: "invalid_request_error", code: "payment_intent_unexpected_state", message },
    structuredClone(intent),
  );
