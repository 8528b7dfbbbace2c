import { limit, orderBy, query, where } from "firebase/firestore";
import type { Booking } from "kindling-client";
import { travel } from "../../core/backend.ts";
import { readPages } from "../../core/readPages.ts";
import { addDays, nightsOf } from "../dates.ts";

export interface Stays {
  /** Those that take rooms. */
  stays: readonly Booking[];
  /** There are more than were read. */
  hasMore: boolean;
}

const PAGE_SIZE = 50;

/** Each stay that is read is billed: a busier house keeps sums a day. */
const MAX_PAGES = 6;

/** A stay of the longest kind may have begun so many days before. */
const LONGEST = 28;

/** The stays with a night between two days, the second not among them: at most 300 bookings are read. */
export async function readStays(from: string, until: string): Promise<Stays> {
  const begun = query(
    travel.documents.bookings,
    where("checkIn", ">", addDays(from, -LONGEST)),
    where("checkIn", "<", until),
    orderBy("checkIn"),
    limit(PAGE_SIZE),
  );
  const { found, hasMore } = await readPages(begun, PAGE_SIZE, MAX_PAGES);
  const taking = found.filter(({ state }) => state === "confirmed" || state === "checked_in");
  return { stays: taking, hasMore };
}

/** How many rooms are taken in a night. */
export const roomsTaken = (stays: readonly Booking[], night: string): number =>
  stays
    .filter(({ checkIn, checkOut }) => nightsOf(checkIn, checkOut).includes(night))
    .reduce((sum, { rooms }) => sum + rooms, 0);
