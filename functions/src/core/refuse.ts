import { type FunctionsErrorCode, HttpsError } from "firebase-functions/https";

/**
 * Ends the call with a refusal that a program and a person can both read: a
 * gRPC code, a stable machine-readable `reason` and a sentence. `about` says
 * what the refusal is about (the line, the field, what is left) and travels to
 * the client beside the reason.
 *
 * `invalid-argument` is wrong whatever the database holds;
 * `failed-precondition` is wrong now and may be right later.
 */
export function refuse(
  code: Exclude<FunctionsErrorCode, "ok" | "internal">,
  reason: string,
  sentence: string,
  about: Record<string, unknown> = {},
): never {
  throw new HttpsError(code, sentence, { ...about, reason });
}

/** The refusal's `reason`, or `undefined` if `error` is not a refusal. */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof HttpsError)) return undefined;
  const { details } = error;
  if (typeof details !== "object" || details === null || !("reason" in details)) return undefined;
  return String(details.reason);
}
