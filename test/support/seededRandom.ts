/**
 * Numbers from 0 to below 1 that are the same in every run: what fails once fails again. (Mulberry32,
 * public domain.)
 */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to below `limit`. */
export const pick = (random: () => number, limit: number): number => Math.floor(random() * limit);

/** One of several; nothing where there is none. */
export const oneOf = <Thing>(random: () => number, things: readonly Thing[]): Thing =>
  things[pick(random, things.length)] as Thing;
