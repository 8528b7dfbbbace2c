import type { InventoryMonth } from "../travel.ts";

/** Nights of a month that are booked, and those there are: their ratio is the occupancy. */
export const occupancyOf = ({ days }: InventoryMonth): { booked: number; nights: number } =>
  days.reduce(
    (sum, { booked, capacity, closed }) => ({
      booked: sum.booked + booked,
      // What is closed is not there to be sold, but what is booked of it is.
      nights: sum.nights + (closed ? booked : capacity),
    }),
    { booked: 0, nights: 0 },
  );
