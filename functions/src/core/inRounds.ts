import { now } from "./clock.ts";

/** Documents of one round. */
const BATCH = 200;

type Sweep = (now: Date, limit: number) => Promise<readonly (string | undefined)[]>;

/** `inRounds` for several sweeps at once. One that fails keeps no other from it. */
export async function allInRounds(sweeps: readonly Sweep[], milliseconds: number): Promise<void> {
  const ends = await Promise.allSettled(sweeps.map((sweep) => inRounds(sweep, milliseconds)));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/**
 * Runs a sweep round by round until it finds no more than it has seen to, or for so many milliseconds.
 * What failed would be met again at once: it waits for the next time.
 */
export async function inRounds(sweep: Sweep, milliseconds: number): Promise<void> {
  const end = now().getTime() + milliseconds;
  for (let done = BATCH; done === BATCH && now().getTime() < end; ) {
    const outcomes = await sweep(now(), BATCH);
    done = outcomes.filter((outcome) => outcome !== "failed").length;
  }
}
