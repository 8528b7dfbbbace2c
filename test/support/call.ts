import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { now, SECOND } from "../../functions/src/core/clock.ts";

/** Who calls: what the platform makes of a verified ID token. */
export interface Person {
  uid: string;
  /** `auth_time` is when they signed in, in seconds. */
  token: { email?: string; email_verified?: boolean; auth_time?: number };
}

/** Somebody new with a verified address, just signed in: no two tests share a person. */
export function customer(): Person & { token: { email: string } } {
  const uid = `customer-${randomUUID()}`;
  return signedInNow({ uid, token: { email: `${uid}@example.com`, email_verified: true } });
}

/** `person`, who signed in at `moment`. */
export const signedInAt = <P extends Person>(person: P, moment: Date): P => ({
  ...person,
  token: { ...person.token, auth_time: Math.floor(moment.getTime() / SECOND) },
});

/** `person`, who has just signed in (again). */
export const signedInNow = <P extends Person>(person: P): P => signedInAt(person, now());

interface Callable<Input, Answer> {
  run(request: { data: Input }): Answer;
}

/** Calls a function in process, as `person` or as nobody; `input` is what came over the wire. */
export function call<Input, Answer>(
  callable: Callable<Input, Answer>,
  person: Person | undefined,
  input: NoInfer<Input>,
): Answer {
  const request = { data: input, auth: person, rawRequest: {}, acceptsStreaming: false };
  return callable.run(request as { data: Input });
}

/** Like `call`, with an input that the types would not let through. */
export const callWith = <Answer>(
  // biome-ignore lint/suspicious/noExplicitAny: the point is to get past the types
  callable: Callable<any, Answer>,
  person: Person | undefined,
  input: unknown,
): Answer => call(callable, person, input);

/** The details of the refusal that `attempt` must end in. */
export async function refused(
  attempt: Promise<unknown>,
  code: string,
  reason: string,
): Promise<Record<string, unknown>> {
  const error = await attempt.then(
    () => assert.fail(`expected ${code}/${reason}, but it went through`),
    (failure: { code?: unknown; details?: Record<string, unknown> }) => failure,
  );
  const got = `${error.code}/${error.details?.reason}`;
  assert.equal(got, `${code}/${reason}`, String(error));
  return error.details ?? {};
}
