import { stamp } from "../../core/clock.ts";
import type { Order, OrderEvent } from "./schema.ts";

/** The order's timeline with what has just happened; `amount` in minor units. */
export const happened = (
  { timeline }: Order,
  event: OrderEvent,
  amount?: number,
): Order["timeline"] => [
  ...timeline,
  { event, at: stamp(), ...(amount === undefined ? {} : { amount }) },
];
