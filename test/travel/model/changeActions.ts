import assert from "node:assert/strict";
import { MINUTE } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import type { Stay } from "../../../functions/src/travel/calendar/dates.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call, type Person } from "../../support/call.ts";
import type { Action } from "./action.ts";
import { giveUpChange, promise } from "./money.ts";
import type { Picture } from "./picture.ts";
import { changed, changeRefusals, move } from "./stays.ts";
import { payable, wordsOf, wrongUnless } from "./travellerActions.ts";
import { travellerOf, type World } from "./world.ts";

// Other dates.

export const changing = (
  requestId: string,
  id: string,
  stay: Stay,
  { picture, time }: World,
): Action => {
  const booking = picture.bookings[id]!;
  const by = travellerOf(booking.uid);
  const changeId = idOf("change", id, requestId);
  const { toPay, refund } = changed(picture, booking, stay, time);
  return {
    repeatable: true,
    text: `${by.uid} wants ${wordsOf(stay)} (${toPay} to pay, ${refund} back) for`,
    refusals(now, time) {
      if (now.changes[changeId]) return [];
      const current = now.bookings[id]!;
      const wrong = wrongUnless(current, "confirmed");
      if (wrong.length > 0) return wrong;
      const waiting = now.changes[current.change ?? ""];
      if (waiting?.state === "held" && (waiting.closeAt ?? 0) > time) return ["change-pending"];
      const refusals = changeRefusals(now, current, stay, time);
      const priced = changed(now, current, stay, time);
      const isSame = priced.toPay === toPay && priced.refund === refund;
      return [...refusals, ...(isSame ? [] : ["price-changed"])];
    },
    outcome(now, time) {
      if (now.changes[changeId]) return;
      const current = now.bookings[id]!;
      giveUpChange(now, id, time);
      const priced = { ...stay, ...changed(now, current, stay, time) };
      const closeAt = toPay === 0 ? null : time + 10 * MINUTE;
      const state = toPay === 0 ? "applied" : "held";
      const made = { bookingId: id, payment: null, ...priced, state, closeAt } as const;
      now.changes[changeId] = { ...made, heldUntil: closeAt, isOvertaken: false };
      if (toPay === 0) {
        move(now, id, priced);
        promise(now, id, refund);
      } else current.change = changeId;
    },
    act(world) {
      world.taken[by.uid] = (world.taken[by.uid] ?? 0) + 1;
      return call(changeDates, by, { requestId, bookingId: id, ...stay, toPay, refund });
    },
  };
};

/** Only looks: what it says must be what is asked for then. */
export const pricing = (id: string, stay: Stay): Action => ({
  text: `asks what ${wordsOf(stay)} would cost for`,
  refusals(picture, now) {
    const booking = picture.bookings[id]!;
    const wrong = wrongUnless(booking, "confirmed");
    return wrong.length > 0 ? wrong : changeRefusals(without(picture, id), booking, stay, now);
  },
  outcome: () => {},
  async act({ picture, time, focus }) {
    const booking = picture.bookings[id]!;
    const answer = await call(quoteChange, travellerOf(booking.uid), { bookingId: id, ...stay });
    if (focus !== undefined) return;
    const { toPay, refund, total } = changed(picture, booking, stay, time);
    const said = [answer.toPay, answer.refund, answer.totals.total];
    assert.deepEqual(said, [toPay, refund, total], "what other dates cost");
  },
});

/** What its other dates hold is free for it. */
const without = (picture: Picture, id: string): Picture => {
  const { [picture.bookings[id]!.change ?? ""]: _, ...changes } = picture.changes;
  return { ...picture, changes };
};

export const payingChange = (changeId: string, by: Person): Action => ({
  text: `${by.uid} opens the payment of the other dates of`,
  end: ({ changes }) => changes[changeId]?.closeAt,
  refusals({ changes, bookings }, now) {
    const change = changes[changeId]!;
    if (bookings[change.bookingId]!.uid !== by.uid) return ["no-such-change"];
    if (change.state !== "held") return ["wrong-state"];
    if (bookings[change.bookingId]!.state !== "confirmed") return ["wrong-state"];
    const expired = (change.closeAt ?? 0) <= now ? ["hold-expired"] : [];
    return [...expired, ...wrongUnless(bookings[change.bookingId]!, "confirmed")];
  },
  outcome(picture) {
    const change = picture.changes[changeId]!;
    change.payment = payable(picture, `bookingChanges/${changeId}`, change.payment);
  },
  act: () => call(payChange, by, { changeId }),
});
