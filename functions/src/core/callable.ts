import { randomUUID } from "node:crypto";
import {
  type CallableFunction,
  type CallableOptions,
  type CallableRequest,
  HttpsError,
  onCall,
} from "firebase-functions/https";
import { info, error as logError } from "firebase-functions/logger";
import type * as z from "zod";
import { type Access, admit, type CallerFor, refuseOldSignIn } from "./caller.ts";
import { charge, type Limit } from "./limits.ts";
import { reasonOf, refuse } from "./refuse.ts";
import { allowedOrigins, enforceAppCheck } from "./settings.ts";

/** Few inputs come near it; what is larger is not worth parsing. */
const MAX_BODY_BYTES = 64 * 1024;

interface Spec<A extends Access, Input extends z.ZodType> {
  access: A;
  input: Input;
  /** Takes a sign-in of the last five minutes. */
  recentSignIn?: A extends "anyone" ? never : true;
  /** Counted before the handler runs, at one read and one write a call. */
  limit?: A extends "anyone" ? never : Limit;
  /** What the input may have, in bytes of JSON: 64 KiB where nothing is said. */
  maxBytes?: number;
  /** What the platform is told; by default 60 s, 256 MiB and 80 calls at once in an instance. */
  options?: Pick<CallableOptions, "secrets" | "timeoutSeconds" | "memory" | "concurrency">;
}

/**
 * A callable function: its access level, its input and a handler that may rely on both.
 * Before the handler runs it refuses, each with a `reason`:
 *
 * - `unauthenticated`: `signed-out`, `signed-out-everywhere`, `app-check-required`
 * - `permission-denied`: `unverified`, `not-staff`, `disabled`, `wrong-role`
 * - `failed-precondition`: `recent-sign-in-required`
 * - `invalid-argument`: `too-large` (over `maxBytes`), `invalid-input` with the `fields` at fault
 * - `resource-exhausted`: `too-many-requests`
 *
 * What the handler throws other than by `refuse` reaches the client as `internal`/`unexpected`
 * with an `incident` id, under which the log has the rest. Each call logs one structured line
 * without personal data.
 */
export function callable<const A extends Access, Input extends z.ZodType, Answer>(
  spec: Spec<A, Input>,
  handler: (input: z.output<Input>, caller: CallerFor<A>) => Promise<Answer>,
): CallableFunction<z.input<Input>, Promise<Answer>> {
  const options = { ...spec.options, cors: allowedOrigins };
  return onCall(options, async (request: CallableRequest<unknown>) => {
    const started = performance.now();
    const log = (outcome: string, reason?: string) =>
      info("call", {
        function: functionName(),
        outcome,
        reason,
        milliseconds: Math.round(performance.now() - started),
      });
    try {
      const answer = await serve(spec, handler, request);
      log("ok");
      return answer;
    } catch (error) {
      const refusal = asRefusal(error);
      log(refusal.code, reasonOf(refusal));
      throw refusal;
    }
  });
}

async function serve<A extends Access, Input extends z.ZodType, Answer>(
  { access, input, recentSignIn, limit, maxBytes = MAX_BODY_BYTES }: Spec<A, Input>,
  handler: (input: z.output<Input>, caller: CallerFor<A>) => Promise<Answer>,
  request: CallableRequest<unknown>,
): Promise<Answer> {
  if (enforceAppCheck.value() && !request.app) {
    refuse("unauthenticated", "app-check-required", "This app could not be verified.");
  }
  if (sizeOf(request.data) > maxBytes) {
    refuse("invalid-argument", "too-large", `The input is over ${maxBytes} bytes.`);
  }
  const caller = await admit(request.auth, access);
  if (recentSignIn) refuseOldSignIn(request.auth);
  const parsed = parse(input, request.data);
  if (limit && caller) await charge(functionName(), caller.uid, limit);
  return handler(parsed, caller);
}

function parse<Input extends z.ZodType>(input: Input, data: unknown): z.output<Input> {
  const result = input.safeParse(data);
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap((issue) =>
    faultsOf(issue).map((path) => ({
      field: path.map(String).join(".").slice(0, 200),
      message: issue.code === "unrecognized_keys" ? "is not a field" : issue.message,
    })),
  );
  const sentence = fields.map(({ field, message }) => `${field || "input"}: ${message}`).join("; ");
  refuse("invalid-argument", "invalid-input", sentence.slice(0, 1_000), {
    fields: fields.slice(0, 20),
  });
}

/** The paths at fault. Of unknown fields zod names the parent and lists the keys. */
const faultsOf = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** In bytes of JSON; infinite if it is nested too deep to be written. */
function sizeOf(input: unknown): number {
  try {
    return Buffer.byteLength(JSON.stringify(input) ?? "");
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** The function that is running, "shop.placeOrder": each has an instance of its own. */
const functionName = (): string => process.env.FUNCTION_TARGET ?? "local";

function asRefusal(error: unknown): HttpsError {
  if (error instanceof HttpsError) return error;
  const incident = randomUUID();
  logError("unexpected", { incident, stack: error instanceof Error ? error.stack : String(error) });
  return new HttpsError("internal", `Something went wrong on our side (incident ${incident}).`, {
    reason: "unexpected",
    incident,
  });
}
