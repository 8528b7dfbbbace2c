import { setTimeout as pause } from "node:timers/promises";
import { SECOND } from "../../core/clock.ts";

/** Firebase Authentication waits seven seconds for us, and then lets nobody in. */
const PATIENCE = 4 * SECOND;

/**
 * What comes of `work`; throws where it does not end within four seconds. The work then goes on,
 * and nobody hears how it ends.
 */
export async function inTime<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
  const over = new AbortController();
  const late = pause(PATIENCE, undefined, { signal: over.signal }).then(() => {
    throw new Error(`No answer within ${PATIENCE} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
