import { FirebaseError } from "firebase/app";

/**
 * A refusal by the back end, or a call that did not get through.
 *
 * `code` is the gRPC code ("failed-precondition"), `reason` the machine-readable cause
 * ("out-of-stock"), `message` a sentence for people, `details` what the refusal is about (the
 * line, the field, how many are left). A `retryable` one may be sent again with the same request.
 */
export class KindlingError extends Error {
  override readonly name = "KindlingError";
  readonly code: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    reason: string,
    message: string,
    details: Record<string, unknown>,
    cause: unknown,
  ) {
    super(message, { cause });
    this.code = code;
    this.reason = reason;
    this.details = details;
  }

  /** Nobody knows whether it was done, or it may well succeed in a moment. */
  get retryable(): boolean {
    return ["aborted", "unavailable", "deadline-exceeded", "internal"].includes(this.code);
  }

  /** Any error of the Firebase SDK as a KindlingError; `reason` is its code where it has no other. */
  static from(error: unknown): KindlingError {
    if (error instanceof KindlingError) return error;
    if (!(error instanceof FirebaseError)) {
      return new KindlingError("unknown", "unknown", String(error), {}, error);
    }
    const blocked = blockedBy(error);
    if (blocked) return blocked;
    const code = error.code.replace(/^[a-z]+\//, "");
    const { reason = code, ...details } = detailsOf(error);
    // The SDK puts the HTTP status behind what the back end said.
    const sentence = error.message.replace(/ \[\d{3}\]$/, "");
    return new KindlingError(code, String(reason), sentence, details, error);
  }
}

/**
 * What a blocking function has said against a sign-up or a sign-in. Firebase Authentication hands
 * it on as one text, in other words here and there: the status, and a sentence that ends with the
 * reason in brackets.
 */
function blockedBy(error: FirebaseError): KindlingError | undefined {
  if (error.code !== "auth/internal-error") return undefined;
  const [, sentence, reason] = /message\W+(\w[^"\\]*) \[([a-z-]+)\]/i.exec(error.message) ?? [];
  if (sentence === undefined || reason === undefined) return undefined;
  const [, status = "UNKNOWN"] = /status\W+([A-Z_]+)/i.exec(error.message) ?? [];
  const code = status.toLowerCase().replaceAll("_", "-");
  return new KindlingError(code, reason, sentence, {}, error);
}

function detailsOf(error: FirebaseError): Record<string, unknown> {
  const details = "details" in error ? error.details : undefined;
  return typeof details === "object" && details !== null ? { ...details } : {};
}
