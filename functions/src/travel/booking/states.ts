import { stateMachine, type Transitions } from "../../core/stateMachine.ts";
import type { BookingState } from "./schema.ts";

/** What can be done to a booking, or happen to it. */
export type BookingAction =
  /** Callables of about that name, by its host. */
  | "accept"
  | "decline"
  | "check_in"
  | "mark_no_show"
  | "cancel_by_host"
  /** By its traveller. */
  | "name_guests"
  | "pay"
  | "change"
  | "cancel"
  /** By its host, or by the sweep once its time is over. */
  | "complete"
  /** Its time has run out: by the sweep. */
  | "expire"
  /** The provider has the money, or has given it back. */
  | "settle"
  | "settle_refund"
  /** The bank has sent back what was given back: somebody must try again. */
  | "fail_refund";

/**
 * The booking's state machine: from a state, by an action, to one of the states named. What is not
 * here is refused. docs/architecture.md shows the same table.
 */
export const bookingTransitions: Transitions<BookingState, BookingAction> = {
  requested: {
    accept: ["held"],
    decline: ["declined"],
    name_guests: ["requested"],
    cancel: ["cancelled"],
    expire: ["expired"],
  },
  held: {
    name_guests: ["held"],
    pay: ["held"],
    settle: ["confirmed", "expired"],
    cancel: ["cancelled"],
    cancel_by_host: ["cancelled"],
    expire: ["expired"],
  },
  confirmed: {
    name_guests: ["confirmed"],
    change: ["confirmed"],
    cancel: ["cancelled"],
    cancel_by_host: ["cancelled"],
    check_in: ["checked_in"],
    mark_no_show: ["no_show"],
    complete: ["completed"],
    settle_refund: ["confirmed"],
  },
  checked_in: { complete: ["completed"], settle_refund: ["checked_in"] },
  completed: { settle_refund: ["completed"] },
  no_show: { settle_refund: ["no_show"] },
  declined: {},
  expired: {
    cancel: ["cancelled"],
    settle: ["confirmed", "expired"],
    settle_refund: ["expired", "refunded"],
  },
  cancelled: { settle: ["cancelled"], settle_refund: ["cancelled", "refunded"] },
  refunded: { fail_refund: ["expired", "cancelled"] },
};

export const { isAllowed, next } = stateMachine("booking", bookingTransitions);
