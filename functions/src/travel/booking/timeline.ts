import { stamp } from "../../core/clock.ts";
import type { Booking, BookingEvent } from "./schema.ts";

/** The booking's timeline with what has just happened; `amount` in minor units. */
export const happened = (
  { timeline }: Pick<Booking, "timeline">,
  event: BookingEvent,
  amount?: number,
): Booking["timeline"] => [
  ...timeline,
  { event, at: stamp(), ...(amount === undefined ? {} : { amount }) },
];
