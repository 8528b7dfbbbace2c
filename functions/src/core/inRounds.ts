import { now } from "./clock.ts";

/** Documents of one round. */
const BATCH = 200;

/**
 * Runs a sweep round by round until it finds no more than it has seen to, or for so many milliseconds.
 * What failed would be met again at once: it waits for the next time.
 */
export async function inRounds(
  sweep: (now: Date, limit: number) => Promise<readonly (string | undefined)[]>,
  milliseconds: number,
): Promise<void> {
  const end = now().getTime() + milliseconds;
  for (let done = BATCH; done === BATCH && now().getTime() < end; ) {
    const outcomes = await sweep(now(), BATCH);
    done = outcomes.filter((outcome) => outcome !== "failed").length;
  }
}
