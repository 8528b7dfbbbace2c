import { setTimeout as pause } from "node:timers/promises";

/**
 * What comes of `work`; throws, with the code "late", where it does not end within so many
 * milliseconds. The work then goes on, and nobody hears how it ends.
 */
export async function inTime<Outcome>(
  work: Promise<Outcome>,
  milliseconds: number,
): Promise<Outcome> {
  const over = new AbortController();
  const late = pause(milliseconds, undefined, { signal: over.signal }).then(() => {
    throw Object.assign(new Error(`No answer within ${milliseconds} ms.`), { code: "late" });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    over.abort();
  }
}
