import type { BookingState } from "../../../functions/src/travel/booking/schema.ts";
import {
  type BookingAction,
  bookingTransitions,
} from "../../../functions/src/travel/booking/states.ts";

/** The state machine of a booking, line by line. */
export const transitions = Object.entries(bookingTransitions).flatMap(([from, actions]) =>
  Object.entries(actions).map(([action, to]) => ({
    from: from as BookingState,
    action: action as BookingAction,
    to: to as readonly BookingState[],
  })),
);

/** The table that docs/architecture.md shows. */
export const transitionsTable = (): string =>
  [
    "| from | action | to |",
    "|---|---|---|",
    ...transitions.map(
      ({ from, action, to }) =>
        `| \`${from}\` | ${action} | ${to.map((state) => `\`${state}\``).join(", ")} |`,
    ),
  ].join("\n");
