import { randomUUID } from "node:crypto";
import type { DocumentSnapshot } from "firebase-admin/firestore";
import * as z from "zod";
import { now, SECOND, stamp } from "./clock.ts";
import { documents } from "./db.ts";
import { create, decide, update, type Write } from "./decide.ts";
import { reasonOf, refuse } from "./refuse.ts";
import { timestamp } from "./schema.ts";

/** How often one caller may do one thing. */
export interface Limit {
  calls: number;
  /** Length of the window, in seconds. It starts with the first call in it. */
  seconds: number;
}

/**
 * `users/{uid}/limits/{action}`: calls in the current window, and the last of them. TTL on
 * `expiresAt` tidies up.
 */
export const Counter = z.strictObject({
  calls: z.int(),
  lastCall: z.string(),
  expiresAt: timestamp,
});
export type Counter = z.output<typeof Counter>;

/** What is counted of `uid`. */
export const limitsOf = (uid: string) => documents(`users/${uid}/limits`, Counter);

/** The document that counts how often `uid` has done `action`. */
export const counterOf = (action: string, uid: string) => limitsOf(uid).doc(action);

/**
 * Counts one call, in the commit of the work itself: work that is not carried out costs nothing.
 * `call` tells calls apart: one whose commit was carried out unheard is not counted again.
 * Refuses `resource-exhausted`/`too-many-requests` with `retryAfterSeconds`.
 */
export function spend(
  counter: DocumentSnapshot<Counter>,
  { calls, seconds }: Limit,
  call: string,
): Write[] {
  const current = counter.data();
  const first = { calls: 1, lastCall: call, expiresAt: stamp(seconds * SECOND) };
  if (!current) return [create(counter.ref, first)];
  if (current.lastCall === call) return [];
  const left = current.expiresAt.toMillis() - now().getTime();
  if (left <= 0) return [update(counter, first)];
  if (current.calls >= calls) {
    const retryAfterSeconds = Math.ceil(left / SECOND);
    refuse(
      "resource-exhausted",
      "too-many-requests",
      `At most ${calls} times in ${seconds} seconds. Try again in ${retryAfterSeconds} seconds.`,
      { retryAfterSeconds },
    );
  }
  return [update(counter, { calls: current.calls + 1, lastCall: call })];
}

/**
 * `spend`, for what nobody waits for: nothing where they have had what they may, so that it is left out.
 */
export function spendIfLeft(...counted: Parameters<typeof spend>): Write[] | undefined {
  try {
    return spend(...counted);
  } catch (error) {
    if (reasonOf(error) === "too-many-requests") return undefined;
    throw error;
  }
}

/**
 * Counts one call in a commit of its own, before work that costs something also where it is refused.
 * Billed one read and one write. Refuses what `spend` refuses.
 */
export const charge = (
  action: string,
  uid: string,
  limit: Limit,
  call: string = randomUUID(),
): Promise<void> =>
  decide(async (read) => {
    const [counter] = await read(counterOf(action, uid));
    return { answer: undefined, writes: spend(counter, limit, call) };
  });
