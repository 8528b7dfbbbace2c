import type { Booking, BookingState } from "kindling-client";

interface Word {
  word: string;
  tone: "plain" | "good" | "warn" | "bad";
}

const WORDS: Record<BookingState, Word> = {
  requested: { word: "Asked for", tone: "warn" },
  held: { word: "Held", tone: "warn" },
  confirmed: { word: "Confirmed", tone: "good" },
  checked_in: { word: "Checked in", tone: "good" },
  completed: { word: "Completed", tone: "plain" },
  no_show: { word: "Nobody came", tone: "bad" },
  declined: { word: "Declined", tone: "bad" },
  expired: { word: "Lapsed", tone: "bad" },
  cancelled: { word: "Cancelled", tone: "plain" },
  refunded: { word: "Cancelled, money back", tone: "plain" },
};

/** The state of a booking by now: what was not paid or answered in time has lapsed, whether it says so yet or not. */
export const stateBy = ({ state, closeAt }: Booking, now: number): BookingState =>
  isWaiting(state) && closeAt !== undefined && closeAt.toMillis() <= now ? "expired" : state;

/** The state of a booking in a word. */
export const standingOf = (state: BookingState): Word => WORDS[state];

/** Whether it ends by itself unless somebody does something. */
const isWaiting = (state: BookingState): boolean => state === "held" || state === "requested";
