import { stateMachine, type Transitions } from "../../core/stateMachine.ts";
import type { OrderState } from "./schema.ts";

/** What can be done to an order, or happen to it. */
export type OrderAction =
  /** A callable of that name. */
  | "pay"
  | "cancel"
  | "cancel_rest"
  | "ship"
  | "deliver"
  | "return"
  | "refund"
  /** Its time has run out: by the sweep. */
  | "expire"
  /** Nobody can pay it any more: its stock is given back. */
  | "release"
  /** The provider has the money, or has given it back. */
  | "settle"
  | "settle_refund"
  /** The bank has sent back what was given back: somebody must try again. */
  | "fail_refund";

/**
 * The order's state machine: from a state, by an action, to one of the states named. What is not
 * here is refused. docs/architecture.md shows the same table.
 */
export const orderTransitions: Transitions<OrderState, OrderAction> = {
  pending_payment: {
    pay: ["pending_payment"],
    settle: ["paid"],
    cancel: ["cancelling"],
    expire: ["expiring"],
  },
  expiring: { expire: ["expiring"], release: ["expired"], settle: ["paid"] },
  expired: {
    settle: ["paid", "expired"],
    refund: ["expired"],
    settle_refund: ["expired", "refunded"],
  },
  cancelling: {
    cancel: ["cancelling"],
    expire: ["cancelling"],
    release: ["cancelled"],
    settle: ["cancelled"],
  },
  cancelled: {
    cancel: ["cancelled"],
    settle: ["cancelled"],
    refund: ["cancelled"],
    settle_refund: ["cancelled", "refunded"],
  },
  paid: {
    cancel: ["cancelled"],
    ship: ["part_shipped", "shipped"],
    refund: ["paid"],
    settle_refund: ["paid"],
  },
  part_shipped: {
    ship: ["part_shipped", "shipped"],
    cancel_rest: ["shipped"],
    return: ["part_shipped"],
    refund: ["part_shipped"],
    settle_refund: ["part_shipped"],
  },
  shipped: {
    deliver: ["delivered"],
    return: ["shipped", "returned", "refunded"],
    refund: ["shipped"],
    settle_refund: ["shipped"],
  },
  delivered: {
    deliver: ["delivered"],
    return: ["delivered", "returned", "refunded"],
    refund: ["delivered"],
    settle_refund: ["delivered"],
  },
  returned: { refund: ["returned"], settle_refund: ["returned", "refunded"] },
  refunded: { fail_refund: ["expired", "cancelled", "returned"] },
};

export const { isAllowed, next } = stateMachine("order", orderTransitions);
