import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { HOUR, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments, refunds } from "../../../functions/src/core/payments/schema.ts";
import { checkInOf } from "../../../functions/src/travel/booking/moments.ts";
import { cancellationQuotes } from "../../../functions/src/travel/booking/schema.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { whileAuthFails } from "../../accounts/support/auth.ts";
import { call, customer } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { makeRefunds } from "../../support/payments.ts";
import { callOff, type Taken, useBookings } from "../support/bookingStates.ts";
import { untilHeard } from "../support/books.ts";
import { dawnOf } from "../support/hosts.ts";
import {
  book,
  bookedOn,
  bookingOf,
  type House,
  leftOf,
  open,
  pay,
  paymentOf,
  stayFrom,
  take,
} from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: cancelling a stay", () => {
  const use = useBookings();
  let house: House;
  beforeEach(async () => {
    house = await plantHouse({}, { capacity: 9 });
  });

  const asked = ({ bookingId, person }: Taken) => call(quoteCancellation, person, { bookingId });
  const cancel = ({ bookingId, person }: Taken, quoteId?: string) =>
    call(cancelBooking, person, { bookingId, ...(quoteId ? { quoteId } : {}) });

  it("frees its nights at once, and gives back to the cent what was quoted", async () => {
    await properties.doc(house.propertyId).update({ cleaningFee: 20_01 });
    const stay = stayFrom(house, 3);
    const booked = await book(house, stay);
    const { bookingId, person, paymentId } = booked;
    const { quoteId, ...quoted } = await asked(booked);
    // 50 % of 233.21, half up.
    const expiresAt = new Date(now().getTime() + 15 * MINUTE).toISOString();
    const wanted = { refund: 116_61, percent: 50, paid: 233_21, currency: "EUR", expiresAt };
    assert.deepEqual(quoted, wanted);
    const answer = { bookingId, state: "cancelled", refund: 116_61 };
    assert.deepEqual(await cancel(booked, quoteId), answer);
    assert.deepEqual(await cancel(booked, quoteId), answer);
    assert.deepEqual(
      [await bookedOn(house, stay.checkIn), await leftOf(house, stay.checkIn)],
      [0, 9],
    );
    const { paid, captured, remindAt, completeAt } = await bookingOf(bookingId);
    assert.deepEqual(
      [paid, captured, remindAt, completeAt],
      [116_60, 233_21, undefined, undefined],
    );
    assert.equal((await paymentOf(paymentId)).refunding, 116_61);
    assert.equal((await cancellationQuotes.get()).size, 0);
    await makeRefunds();
    assert.equal((await use.provider.simulator.ledger()).refunded, 116_61);
    const told = (await mails.get()).docs.filter(({ id }) => /^stay-cal|^stay-can/.test(id));
    assert.deepEqual(told.map((mail) => [mail.id.split("_")[0], mail.data().to]).toSorted(), [
      ["stay-called-off", house.host.token.email],
      ["stay-cancelled", person.token.email],
    ]);
  });

  it("is by the policy that it was booked under, whatever its host has made of it since", async () => {
    const booked = await book(house, stayFrom(house, 10));
    await properties.doc(house.propertyId).update({ policy: "strict" });
    const later = await book(house, stayFrom(house, 10));
    assert.deepEqual([(await asked(booked)).percent, (await asked(later)).percent], [100, 50]);
    assert.equal((await callOff(booked)).refund, 233_20);
    assert.equal((await callOff(later)).refund, 116_60);
  });

  it("keeps what was quoted for a quarter of an hour, though a tier passes meanwhile", async () => {
    const [one, other] = [
      await book(house, stayFrom(house, 9)),
      await book(house, stayFrom(house, 9)),
    ];
    const tier = checkInOf(await bookingOf(one.bookingId)).getTime() - 5 * 24 * HOUR;
    use.passTo(new Date(tier));
    const [full, late] = [await asked(one), await asked(other)];
    assert.deepEqual([full.refund, full.percent], [233_20, 100]);
    use.passTo(new Date(tier + 15 * MINUTE - 1));
    assert.equal((await cancel(one, full.quoteId)).refund, 233_20);
    use.passTo(new Date(tier + 15 * MINUTE));
    const attempt = () => cancel(other, late.quoteId);
    await refusedWhole(attempt, "failed-precondition", "quote-expired");
    assert.equal((await callOff(other)).refund, 116_60);
  });

  it("is of what has been paid of its price: what was kept of a change is not given back in part", async () => {
    const booked = await book(house, stayFrom(house, 3, 3));
    const { bookingId, person } = booked;
    const shorter = { requestId: randomUUID(), bookingId, ...stayFrom(house, 3) };
    await call(changeDates, person, { ...shorter, toPay: 0, refund: 53_00 });
    const { refund, paid } = await asked(booked);
    assert.deepEqual([refund, paid], [116_60, 339_20 - 53_00]);
    assert.equal((await callOff(booked)).refund, 116_60);
    assert.equal((await bookingOf(bookingId)).paid, 53_00 + 116_60);
  });

  it("is to be had until the day of check-in is over there, and no more by a quote of before", async () => {
    const stay = stayFrom(house, 1, 3);
    const [one, other] = [await book(house, stay), await book(house, stay)];
    use.passTo(new Date(dawnOf(addDays(stay.checkIn, 1), house).getTime() - 1));
    const { quoteId } = await asked(other);
    assert.equal((await callOff(one)).state, "cancelled");
    use.passTo(dawnOf(addDays(stay.checkIn, 1), house));
    for (const attempt of [() => asked(other), () => cancel(other, quoteId)]) {
      const about = await refusedWhole(attempt, "failed-precondition", "stay-begun");
      assert.equal(about.checkIn, stay.checkIn);
    }
    assert.equal((await cancel(one)).state, "cancelled");
  });

  it("waits where nobody can look up its host, who is written to", async () => {
    const booked = await book(house, stayFrom(house, 10));
    const { quoteId } = await asked(booked);
    await untilHeard(use.provider.simulator);
    const attempt = () => whileAuthFails(() => cancel(booked, quoteId));
    await refusedWhole(attempt, "unavailable", "sign-in-unavailable");
    assert.equal((await cancel(booked, quoteId)).state, "cancelled");
  });

  it("takes the newest quote alone, and that of this stay", async () => {
    const [booked, other] = [
      await book(house, stayFrom(house, 10)),
      await book(house, stayFrom(house, 10)),
    ];
    await refusedWhole(() => cancel(booked), "failed-precondition", "quote-needed");
    await refusedWhole(() => cancel(booked, "none"), "failed-precondition", "quote-superseded");
    const [first, second, others] = [await asked(booked), await asked(booked), await asked(other)];
    for (const quoteId of [first.quoteId, others.quoteId]) {
      const attempt = () => cancel(booked, quoteId);
      await refusedWhole(attempt, "failed-precondition", "quote-superseded");
    }
    const meanwhile = () => asked(booked);
    const raced = () => beforeCommit(meanwhile, () => cancel(booked, second.quoteId));
    await raced().then(
      () => assert.fail("there was a newer quote"),
      ({ details }) => assert.equal(details.reason, "quote-superseded"),
    );
    assert.equal((await bookingOf(booked.bookingId)).state, "confirmed");
    assert.equal((await callOff(booked)).state, "cancelled");
  });

  it("of what is not paid yet needs no quote, gives nothing back, and ends the payment", async () => {
    const held = await take(house, stayFrom(house, 10));
    const { intent } = await open(held.bookingId, held.person);
    assert.equal((await asked(held)).refund, 0);
    const answer = { bookingId: held.bookingId, state: "cancelled", refund: 0 };
    assert.deepEqual(await cancel(held), answer);
    assert.deepEqual(await cancel(held), answer);
    assert.equal((await provider().paymentIntents.retrieve(intent)).status, "canceled");
    assert.equal(await leftOf(house, stayFrom(house, 10).checkIn), 9);
    assert.equal((await bookingOf(held.bookingId)).closeAt, undefined);
    assert.equal((await mails.where("to", "==", house.host.token.email).get()).size, 0);
  });

  it("is refused by a quote of before it was paid, or moved", async () => {
    const held = await take(house, stayFrom(house, 10));
    const { bookingId, person } = held;
    const unpaid = await asked(held);
    await pay(bookingId, person);
    const byOld = (quoteId: string) => () => cancel(held, quoteId);
    await refusedWhole(byOld(unpaid.quoteId), "failed-precondition", "quote-superseded");
    const paid = await asked(held);
    const moved = { requestId: randomUUID(), bookingId, ...stayFrom(house, 11) };
    await call(changeDates, person, { ...moved, toPay: 0, refund: 0 });
    await refusedWhole(byOld(paid.quoteId), "failed-precondition", "quote-superseded");
    assert.equal((await callOff(held)).refund, 233_20);
  });

  it("twice at once, or with its answer lost, is done once", async () => {
    const booked = await book(house, stayFrom(house, 10));
    const { quoteId } = await asked(booked);
    await untilHeard(use.provider.simulator);
    const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    const answers = await Promise.all([cancel(booked, quoteId), cancel(booked, quoteId)]);
    assert.ok(happened());
    assert.deepEqual(answers[0], answers[1]);
    const { timeline } = await bookingOf(booked.bookingId);
    assert.equal(timeline.filter(({ event }) => event === "cancelled").length, 1);
    assert.equal((await refunds.get()).size, 1);
    assert.equal((await payments.get()).docs[0]?.data().refunding, 233_20);
    assert.equal(await bookedOn(house, stayFrom(house, 10).checkIn), 0);
  });

  it("is its traveller's: to others, and its host, it is not there", async () => {
    const booked = await book(house, stayFrom(house, 10));
    const { quoteId } = await asked(booked);
    for (const person of [customer(), house.host]) {
      const theirs = { ...booked, person };
      await refusedWhole(() => asked(theirs), "not-found", "no-such-booking");
      await refusedWhole(() => cancel(theirs, quoteId), "not-found", "no-such-booking");
    }
    assert.equal((await cancel(booked, quoteId)).state, "cancelled");
  });
});
