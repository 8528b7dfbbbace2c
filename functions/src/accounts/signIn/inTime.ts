import { setTimeout as pause } from "node:timers/promises";

/**
 * What comes of `work`; throws where it does not end within `patience` milliseconds. The work then
 * goes on, and nobody hears how it ends.
 */
export async function inTime<Outcome>(work: Promise<Outcome>, patience: number): Promise<Outcome> {
  const over = new AbortController();
  const late = pause(patience, undefined, { signal: over.signal }).then(() => {
    throw new Error(`No answer within ${patience} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
