import type { Booking } from "../../../client/src/index.ts";
import { formatMoney } from "../../../functions/src/core/money.ts";
import type { App } from "../../app.ts";
import { shown } from "../shown.ts";

/** On whose devices the tour is. */
export type Apps = Record<"traveller" | "host" | "stranger", App>;

export interface Stay {
  propertyId: string;
  roomTypeId: string;
  checkIn: string;
  checkOut: string;
}

export const money = (amount: number): string => formatMoney(amount, "EUR");

/** A booking, as a listener of its traveller shows it, once it is so. */
export async function bookingOnce(
  { auth, travel }: App,
  bookingId: string,
  isSo: (booking: Booking) => boolean,
): Promise<Booking> {
  const own = (list: { id: string; data(): Booking }[]) => list.find(({ id }) => id === bookingId);
  const mine = travel.documents.bookingsOf(auth.currentUser?.uid ?? "");
  const found = await shown(mine, (list) => {
    const booking = own(list)?.data();
    return booking !== undefined && isSo(booking);
  });
  return own(found)!.data();
}
