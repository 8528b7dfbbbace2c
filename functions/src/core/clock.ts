import { Timestamp } from "firebase-admin/firestore";

/** Milliseconds in the units that schedules and leases are written in. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let source = (): Date => new Date();

/** The present moment. Nothing else in `functions/src` asks what time it is. */
export const now = (): Date => source();

/** Puts another clock in: tests jump with it. Returns what puts the old one back. */
export function useClock(replacement: () => Date): () => void {
  const previous = source;
  source = replacement;
  return () => {
    source = previous;
  };
}

/** The present moment, moved by `offset` milliseconds, as Firestore keeps it. */
export const stamp = (offset = 0): Timestamp => Timestamp.fromMillis(now().getTime() + offset);
