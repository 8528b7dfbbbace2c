import type { Action } from "./action.ts";
import { receive } from "./money.ts";
import type { Picture } from "./picture.ts";

/** Money that has come with it, is received after it: of several payments, in any order. */
export function outcomesOf(
  action: Action,
  before: Picture,
  after: Picture,
  now: number,
): Picture[] {
  const acted = structuredClone(before);
  acted.payments = after.payments;
  action.outcome(acted, now, after);
  const paid = Object.keys(after.payments).filter(
    (id) => after.payments[id]!.captured > (before.payments[id]?.captured ?? 0),
  );
  return permutations(paid).map((order) => {
    const one = structuredClone(acted);
    for (const id of order) receive(one, id, after.payments[id]!.captured, now);
    return one;
  });
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  if (all.length > 4) return all.map((_, index) => [...all.slice(index), ...all.slice(0, index)]);
  return all.flatMap((first, index) =>
    permutations(all.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}

/** What an outcome says; the rest follows from it, and is seen to in invariants.ts. */
export function comparable({ bookings, changes, days, listed, promised, cancelQuotes }: Picture) {
  const booked = Object.entries(bookings).map(([id, booking]) => {
    const { heldUntil, quoted, paid, refunded, review, reference, shownToHost, ...rest } = booking;
    const timeline = booking.timeline.filter((event) => event !== "refunded");
    return [id, { ...rest, timeline, state: stateBefore(booking) }];
  });
  const changed = Object.entries(changes).map(([id, { heldUntil, ...rest }]) => [id, rest]);
  return {
    bookings: Object.fromEntries(booked),
    changes: Object.fromEntries(changed),
    days,
    listed,
    promised,
    cancelQuotes,
  };
}

/** What a booking was before its money went back. */
const stateBefore = ({ state, timeline }: Picture["bookings"][string]): string => {
  if (state !== "refunded") return state;
  return timeline.some((event) => event.startsWith("cancelled")) ? "cancelled" : "expired";
};
