import type { DocumentSnapshot } from "firebase-admin/firestore";
import { update, type Write } from "../../core/decide.ts";
import { over } from "./letGo.ts";
import type { Booking } from "./schema.ts";
import { next } from "./states.ts";
import { happened } from "./timeline.ts";

/** The stay is over: who has booked may say how it was. */
export const complete = (booking: DocumentSnapshot<Booking>, current: Booking): Write =>
  update(booking, {
    state: next(current.state, "complete"),
    timeline: happened(current, "completed"),
    ...over(),
  });
