import fc from "fast-check";
import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { MINUTE } from "../../../functions/src/core/clock.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { breakDatabase, breakProvider } from "../../support/troubles.ts";
import { chosen, intention, pick, withBooking } from "./intending.ts";
import type { BookingPicture } from "./picture.ts";
import {
  arriving,
  bookingOfEvent,
  cancelingAtProvider,
  confirming,
  happening,
  intentOf,
  isOpen,
  methods,
  payingNow,
  settling,
  settlingRefund,
} from "./providerActions.ts";
import { addedBy, isFree, leftOf, midnightAfter } from "./stays.ts";
import { taking } from "./travellerActions.ts";
import { about, toOpen, toOpenChange, toRefund } from "./ways.ts";
import { passUntil, requestId, travellers, type World } from "./world.ts";

/** That of other dates, where there are any to be paid. */
const payments = ({ payment, change }: BookingPicture, { picture }: World) =>
  [picture.changes[change ?? ""]?.payment, payment].filter((id) => typeof id === "string");

const openOf = (booking: BookingPicture, world: World) =>
  payments(booking, world).find((id) => isOpen(world, id));

export const confirm = withBooking(
  "confirm",
  fc.constantFrom(methods[0]!, methods[0]!, ...methods),
  (booking, world) => openOf(booking, world) !== undefined,
  (_, booking, method, world) => {
    const id = openOf(booking, world);
    return id === undefined ? undefined : confirming(id, method);
  },
  toOpen,
);

/** Somebody pays around the end of what is held for them, or of the day of check-in. */
export const payLate = withBooking(
  "pay late",
  fc.constantFrom(-1, 0, MINUTE, null, null),
  (booking, world) => openOf(booking, world) !== undefined,
  (_, booking, after, world) => {
    const id = openOf(booking, world);
    if (id === undefined) return undefined;
    const change = world.picture.changes[booking.change ?? ""];
    const end = (change ?? booking).heldUntil ?? 0;
    passUntil(world, after === null ? midnightAfter(booking) : end + after);
    return payingNow(id);
  },
  toOpen,
);

/** What was held for somebody who may still pay, is taken by another once it has lapsed: all that is left. */
export const snatch = withBooking(
  "snatch",
  fc.constantFrom(...travellers),
  (booking, world) => openOf(booking, world) !== undefined,
  (id, booking, person, world) => {
    const { place, checkIn, checkOut, nights } = booking;
    const change = world.picture.changes[booking.change ?? ""];
    const [added] = change ? addedBy(change, booking) : [];
    const stay = added ? { checkIn: added, checkOut: addDays(added, 1) } : { checkIn, checkOut };
    passUntil(world, (change ?? booking).heldUntil ?? 0);
    const left = (added ? [added] : Object.keys(nights)).map((date) =>
      leftOf(world.picture, place, date, world.time, id),
    );
    return taking(requestId(world), person, place, stay, Math.max(...left, 1));
  },
  toOpen,
);

const openChangeOf = ({ change }: BookingPicture, world: World) => {
  const asked = world.picture.changes[change ?? ""];
  return asked && isOpen(world, asked.payment) ? asked : undefined;
};

/** Other dates are paid that another has taken meanwhile; until then, another takes them. */
export const payTaken = withBooking(
  "pay what is taken",
  fc.constantFrom(...travellers),
  (booking, world) => openChangeOf(booking, world) !== undefined,
  (_, booking, person, world) => {
    const change = openChangeOf(booking, world);
    if (!change) return undefined;
    const { place, rooms } = booking;
    passUntil(world, change.heldUntil ?? 0);
    const [first] = addedBy(change, booking);
    if (!first || !isFree(world.picture, place, [first], rooms, world.time)) {
      return payingNow(change.payment!);
    }
    const stay = { checkIn: first, checkOut: addDays(first, 1) };
    const left = leftOf(world.picture, place, first, world.time);
    return taking(requestId(world), person, place, stay, left);
  },
  toOpenChange,
);

export const cancelAtProvider = withBooking(
  "cancel in the dashboard",
  fc.constant(null),
  (booking, world) => openOf(booking, world) !== undefined,
  (_, booking, __, world) => {
    const id = openOf(booking, world);
    return id === undefined ? undefined : cancelingAtProvider(id);
  },
  toOpen,
);

const outcome = fc.constantFrom("succeeded" as const, "succeeded" as const, "failed" as const);

export const settle = withBooking(
  "settle",
  outcome,
  (booking, world) =>
    payments(booking, world).some((id) => intentOf(world, id)?.status === "processing"),
  (_, booking, how, world) => {
    const isWaiting = (id: string) => intentOf(world, id)?.status === "processing";
    const id = payments(booking, world).find(isWaiting);
    return id === undefined ? undefined : settling(id, how);
  },
  toOpen,
);

export const settleRefund = intention(
  "settle a refund",
  fc.tuple(pick, outcome),
  ([which, how], world) => {
    const made = world.simulator.state().refunds.filter(({ status }) => status !== "failed");
    if (which.apt && made.length === 0) return toRefund(world);
    const refund = chosen(which, made, ({ status }) => status === "pending");
    return !refund || refund.status === how ? undefined : settlingRefund(refund.id, how);
  },
);

const isNews = ({ type, pending_webhooks }: PaymentEvent): boolean =>
  pending_webhooks === 1 && !["payment_intent.created", "charge.refunded"].includes(type);

/** An event comes: one that says something new, or any, perhaps again. */
export const event = intention("event", fc.tuple(pick, fc.boolean()), ([one, isNew], world) => {
  const { events } = world.simulator.state();
  const coming = [...events, ...(isNew ? [] : world.heard)].filter(({ id }) => !world.lost.has(id));
  const next = chosen(one, coming, isNew ? isNews : () => true);
  if (!next) return undefined;
  if (!world.heard.includes(next)) world.heard.push(next);
  return about(arriving(next), bookingOfEvent(next, world.picture), world);
});

/** An event is lost for ever; not that a refund has failed: nobody asks about one that was made. */
export const lose = intention("lose an event", fc.nat(20), (nth, world) => {
  const coming = world.simulator.state().events.filter(({ id, data }) => {
    const failed = data.object.object === "refund" && data.object.status === "failed";
    return !world.lost.has(id) && !failed;
  });
  const lost = coming[nth % coming.length];
  if (!lost) return undefined;
  return happening(`the event ${lost.type} is lost`, async () => world.lost.add(lost.id));
});

const troubles = fc.oneof(
  fc.constantFrom(
    { kind: "lost-answer" as const, code: 4 },
    { kind: "lost-answer" as const, code: 13 },
    { kind: "lost-answer" as const, code: 14 },
    { kind: "refused" as const, code: 14 },
    { kind: "refused" as const, code: 10 },
  ),
  fc.constantFrom(
    { provider: "500" as const, times: 2 },
    { provider: "drop-after" as const, times: 2 },
  ),
);

export const breakSomething = intention("break something", troubles, (what, { broken }) => {
  // One thing at a time: else nobody can tell what has gone wrong from what still will.
  if (broken.length > 0) return undefined;
  if ("provider" in what) {
    return happening(`the provider's next answers go wrong: ${what.provider}`, (world) =>
      breakProvider(world, what.provider, what.times),
    );
  }
  return happening(`the next commit goes wrong: ${what.kind}, ${what.code}`, async (world) =>
    breakDatabase(world, { method: "Commit", ...what }),
  );
});
