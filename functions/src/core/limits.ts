import type { DocumentSnapshot } from "firebase-admin/firestore";
import * as z from "zod";
import { now, SECOND, stamp } from "./clock.ts";
import { documents } from "./db.ts";
import { create, update, type Write } from "./decide.ts";
import { refuse } from "./refuse.ts";
import { timestamp } from "./schema.ts";

/** How often one caller may do one thing. */
export interface Limit {
  calls: number;
  /** Length of the window, in seconds. It starts with the first call in it. */
  seconds: number;
}

/** `limits/{action}_{uid}`: calls in the current window. TTL on `expiresAt` tidies up. */
const Counter = z.strictObject({ calls: z.int(), expiresAt: timestamp });
type Counter = z.output<typeof Counter>;

const limits = documents("limits", Counter);

/** The document that counts how often `uid` has done `action`. */
export const counterOf = (action: string, uid: string) => limits.doc(`${action}_${uid}`);

/**
 * Counts one call, in the commit of the work itself: work that is not carried
 * out costs nothing, and repeating a request that was answered is not counted.
 * Refuses `resource-exhausted`/`too-many-requests` with `retryAfterSeconds`.
 */
export function spend(counter: DocumentSnapshot<Counter>, { calls, seconds }: Limit): Write {
  const current = counter.data();
  const expiresAt = stamp(seconds * SECOND);
  if (!current) return create(counter.ref, { calls: 1, expiresAt });
  const left = current.expiresAt.toMillis() - now().getTime();
  if (left <= 0) return update(counter, { calls: 1, expiresAt });
  if (current.calls >= calls) {
    const retryAfterSeconds = Math.ceil(left / SECOND);
    refuse(
      "resource-exhausted",
      "too-many-requests",
      `At most ${calls} times in ${seconds} seconds. Try again in ${retryAfterSeconds} seconds.`,
      { retryAfterSeconds },
    );
  }
  return update(counter, { calls: current.calls + 1 });
}
