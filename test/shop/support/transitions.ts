import type { OrderState } from "../../../functions/src/shop/order/schema.ts";
import { type OrderAction, orderTransitions } from "../../../functions/src/shop/order/states.ts";

/** One line of the state machine. */
export interface Transition {
  from: OrderState;
  action: OrderAction;
  to: readonly OrderState[];
}

/** The state machine, line by line. */
export const transitions: Transition[] = Object.entries(orderTransitions).flatMap(
  ([from, actions]) =>
    Object.entries(actions).map(([action, to]) => ({
      from: from as OrderState,
      action: action as OrderAction,
      to,
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
