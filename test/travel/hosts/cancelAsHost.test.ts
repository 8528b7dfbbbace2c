import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { entryOf } from "../../../functions/src/core/audit.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { acceptStay } from "../../../functions/src/travel/acceptStay.ts";
import { mailAbout } from "../../../functions/src/travel/booking/tell.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call, type Person, refused } from "../../support/call.ts";
import { confirm, makeRefunds, untilPayment, useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { until } from "../../support/until.ts";
import { dayOf, newsTo } from "../support/hosts.ts";
import {
  book,
  bookedOn,
  bookingOf,
  changeOf,
  type House,
  leftOf,
  open,
  openHouse,
  orderManager,
  paymentOf,
  stayFrom,
  take,
} from "../support/house.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: a stay that its host can't keep", () => {
  const { pass } = useStillClock();
  const provider = useProvider();

  const callOff = (bookingId: string, by: Person, reason = "") =>
    call(cancelAsHost, by, { bookingId, reason });
  const entryFor = async (bookingId: string) =>
    (await entryOf("travel.cancelAsHost", `bookings/${bookingId}`, bookingId).get()).data();

  /** Asks for other dates of a stay that cost more. */
  async function askForMore(house: House, bookingId: string, person: Person, days: number) {
    const dates = stayFrom(house, days, 3);
    const { toPay, refund } = await call(quoteChange, person, { bookingId, ...dates });
    const moved = { requestId: randomUUID(), bookingId, ...dates, toPay, refund };
    const { changeId } = await call(changeDates, person, moved);
    return { ...(await call(payChange, person, { changeId })), changeId };
  }

  it("gives all back, whatever the policy says; its nights are free, and why is told and recorded", async () => {
    const house = await openHouse({ policy: "strict" });
    const stay = stayFrom(house, 1);
    const { bookingId, person, totals } = await book(house, stay);
    const answer = { bookingId, refund: totals.total };
    const first = await callOff(bookingId, house.host, "The roof leaks.");
    assert.deepEqual(first, { ...answer, state: "cancelled" });
    assert.deepEqual(await callOff(bookingId, house.host, "Another word."), first);
    const { booked, left } = await dayOf(house, stay.checkIn);
    assert.deepEqual([booked, left], [0, 2]);
    assert.deepEqual(await entryFor(bookingId), {
      action: "travel.cancelAsHost",
      actor: house.host.uid,
      subject: `bookings/${bookingId}`,
      reason: "The roof leaks.",
      at: stamp(),
    });
    const mail = (
      await mailAbout("stay-cancelled", bookingId, person.token.email ?? "").get()
    ).data();
    assert.match(mail?.message.text ?? "", /The host says: The roof leaks\./);
    assert.match(mail?.message.attachments?.[0]?.content ?? "", /METHOD:CANCEL/);

    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).state === "refunded");
    assert.equal((await provider.simulator.ledger()).refunded, totals.total);
    const { paid, refunded, timeline } = await bookingOf(bookingId);
    assert.deepEqual([paid, refunded], [0, totals.total]);
    assert.deepEqual(
      timeline.slice(2).map(({ event, amount }) => [event, amount]),
      [
        ["cancelled_by_host", totals.total],
        ["refunded", totals.total],
      ],
    );
    assert.deepEqual(await callOff(bookingId, house.host), { ...answer, state: "refunded" });
    assert.deepEqual(await newsTo(person), ["stay-cancelled", "stay-confirmed", "stay-refunded"]);
  });

  it("gives back both payments of one whose dates were changed", async () => {
    const house = await openHouse({ policy: "strict" });
    const { bookingId, person, totals, paymentId } = await book(house, stayFrom(house, 10));
    const due = await askForMore(house, bookingId, person, 11);
    await confirm(due.intent);
    await untilPayment(due.paymentId, "succeeded");
    const all = totals.total + due.amount;
    assert.equal((await callOff(bookingId, house.host)).refund, all);
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).state === "refunded");
    const back = await Promise.all([paymentId, due.paymentId].map(paymentOf));
    assert.deepEqual(
      back.map(({ refunded }) => refunded),
      [totals.total, due.amount],
    );
    assert.equal((await provider.simulator.ledger()).refunded, all);
    assert.equal(await bookedOn(house, stayFrom(house, 11).checkIn), 0);
    const entry = await entryFor(bookingId);
    assert.equal(entry && "reason" in entry, false);
  });

  it("is over with the other dates that wait to be paid: neither nights are kept, and money for them goes back", async () => {
    const house = await openHouse();
    const { bookingId, person } = await book(house, stayFrom(house, 10));
    const due = await askForMore(house, bookingId, person, 12);
    await callOff(bookingId, house.host);
    const both = [stayFrom(house, 10), stayFrom(house, 12)];
    assert.deepEqual(await Promise.all(both.map(({ checkIn: day }) => leftOf(house, day))), [2, 2]);
    assert.equal((await changeOf(due.changeId)).state, "cancelled");
    await confirm(due.intent);
    await untilPayment(due.paymentId, "succeeded");
    await makeRefunds();
    const { captured, refunded } = await provider.simulator.ledger();
    assert.deepEqual([captured > due.amount, refunded], [true, captured]);
    assert.equal((await bookingOf(bookingId)).change, null);
  });

  it("may be held: what is free is free at once, and nobody can pay it any more", async () => {
    const house = await openHouse();
    const stay = stayFrom(house, 10);
    const { bookingId, person } = await take(house, stay);
    const { paymentId, intent } = await open(bookingId, person);
    const called = await callOff(bookingId, house.host);
    assert.deepEqual(called, { bookingId, state: "cancelled", refund: 0 });
    assert.equal(await leftOf(house, stay.checkIn), 2);
    assert.equal((await paymentOf(paymentId)).state, "canceled");
    await assert.rejects(confirm(intent));
    assert.deepEqual(await newsTo(person), ["stay-cancelled"]);
  });

  it("is called off by order managers, in their name; a request is declined, who has arrived stays", async () => {
    const [house, asked] = [await openHouse(), await openHouse({ mode: "on_request" })];
    const { bookingId } = await book(house, stayFrom(house, 0));
    const manager = await orderManager();
    const request = await take(asked, stayFrom(asked, 1));
    const early = () => callOff(request.bookingId, asked.host);
    const { possible } = await refusedWhole(early, "failed-precondition", "wrong-state");
    assert.ok((possible as string[]).includes("decline"));
    await call(acceptStay, asked.host, { bookingId: request.bookingId });
    await callOff(request.bookingId, manager, "By phone.");
    const entry = await entryFor(request.bookingId);
    assert.deepEqual([entry?.actor, entry?.reason], [manager.uid, "By phone."]);
    await call(checkIn, house.host, { bookingId });
    await refused(callOff(bookingId, house.host), "failed-precondition", "wrong-state");
    pass(DAY);
    await refused(callOff(bookingId, manager), "failed-precondition", "wrong-state");
    assert.equal(await entryFor(bookingId), undefined);
  });
});
