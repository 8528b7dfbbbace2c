// A place in a list is a text: between any two there is room for another, so a task is moved by
// writing that task alone ("fractional indexing"). It is read as the digits of a fraction to base
// 62, and chosen at random within its room: two who move something to the same place at once get
// two places. Those that the rules take are just those that this can go on from.

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = BigInt(DIGITS.length);

/** Longer ones are refused: then the list is spread anew. */
const MAX_LENGTH = 40;

/** What a position looks like. The rules have the same expression. */
export const POSITION = /^[0-9A-Za-z]{0,39}[1-9A-Za-z]$/;

/** Eight digits for the time in milliseconds, three to tell those of one moment apart. */
const LENGTH = 11;
const STEP = BASE ** 3n;

type Random = () => number;

/**
 * A place at the end of a list of which one knows nothing: by the clock (`now` is in
 * milliseconds), so later ones come after earlier ones. Who is offline appends, too.
 */
export const positionNow = (now: number, random: Random = Math.random): string =>
  textOf(BigInt(now) * STEP + below(STEP - 1n, random) + 1n, LENGTH);

/**
 * A place at the end of a list, after `last`, the position of its last task. `undefined` where there
 * is none: see `positionBetween`.
 */
export function positionAfter(
  last: string | null,
  now: number,
  random: Random = Math.random,
): string | undefined {
  const fresh = positionNow(now, random);
  if (last === null || last < fresh) return fresh;
  // Somebody's clock is ahead.
  const value = numberOf(last, LENGTH) + 1n + below(STEP, random);
  return value < BASE ** BigInt(LENGTH) ? textOf(value, LENGTH) : undefined;
}

/** Places for so many tasks at the end of a list, in their order; fewer, where there is no room. */
export function positionsAfter(
  last: string | null,
  count: number,
  now: number,
  random: Random = Math.random,
): string[] {
  const places: string[] = [];
  while (places.length < count) {
    const next = positionAfter(places.at(-1) ?? last, now, random);
    if (next === undefined) break;
    places.push(next);
  }
  return places;
}

/**
 * A place after `before` and before `after`; null stands for the beginning. `undefined` where there
 * is no room: the two are one place or the wrong way round, or a position would get too long. Then
 * spread the list anew with `positionsAfter`.
 */
export function positionBetween(
  before: string | null,
  after: string,
  random: Random = Math.random,
): string | undefined {
  for (let length = LENGTH; length <= MAX_LENGTH; length++) {
    const [low, high] = [numberOf(before ?? "", length), numberOf(after, length)];
    // Strictly between what the two are at this length, so also between all that they are.
    const room = high - low - 1n;
    // In a room of a few two people would choose the same, so it takes a longer one.
    if (room < (length < MAX_LENGTH ? STEP : 4n)) continue;
    // Somewhere in the middle half, so that both sides keep room.
    return textOf(low + 1n + room / 4n + below(room / 2n, random), length);
  }
  return undefined;
}

/** So many places between two, in their order; `undefined` where there is no room for them. */
export function positionsBetween(
  before: string | null,
  after: string,
  count: number,
  random: Random = Math.random,
): string[] | undefined {
  if (count === 0) return [];
  const middle = positionBetween(before, after, random);
  if (middle === undefined) return undefined;
  const half = Math.floor(count / 2);
  const left = positionsBetween(before, middle, half, random);
  const right = positionsBetween(middle, after, count - half - 1, random);
  return left && right && [...left, middle, ...right];
}

/** A whole number from 0 to below `limit`. */
const below = (limit: bigint, random: Random): bigint =>
  (BigInt(Math.floor(random() * 2 ** 52)) * limit) >> 52n;

const numberOf = (position: string, length: number): bigint =>
  [...position.padEnd(length, "0").slice(0, length)].reduce(
    (value, digit) => value * BASE + BigInt(DIGITS.indexOf(digit)),
    0n,
  );

/** Without zeros at its end: they say nothing, and there is nothing between "a" and "a0". */
function textOf(value: bigint, length: number): string {
  let text = "";
  for (let rest = value; text.length < length; rest /= BASE) {
    text = DIGITS[Number(rest % BASE)] + text;
  }
  return text.replace(/0+$/, "");
}

/** For `sort`: the order of positions. Those that are the same stay in the order of their ids. */
export const byPosition = (one: { position: string }, other: { position: string }): number =>
  one.position === other.position ? 0 : one.position < other.position ? -1 : 1;
