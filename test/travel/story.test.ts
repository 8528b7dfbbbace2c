import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, MINUTE, now } from "../../functions/src/core/clock.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../functions/src/travel/checkIn.ts";
import { completeStays, remindTravellers } from "../../functions/src/travel/jobs/sweepStays.ts";
import { payChange } from "../../functions/src/travel/payChange.ts";
import { quoteCancellation } from "../../functions/src/travel/quoteCancellation.ts";
import { quoteChange } from "../../functions/src/travel/quoteChange.ts";
import { reviewStay } from "../../functions/src/travel/reviewStay.ts";
import { searchStays } from "../../functions/src/travel/searchStays.ts";
import { call, customer, refused } from "../support/call.ts";
import { confirm, makeRefunds, untilPayment, useProvider } from "../support/payments.ts";
import { useStillClock } from "../support/time.ts";
import { until } from "../support/until.ts";
import { book, bookedOn, bookingOf, dayFrom, openHouse, stayFrom } from "./support/house.ts";

describe("travel: a stay from the search to the review", () => {
  const { pass } = useStillClock();
  const provider = useProvider();

  it("is found, booked, moved for more money, reminded of, begun, completed and reviewed", async () => {
    const house = await openHouse();
    const person = customer();
    const stay = stayFrom(house, 10);
    const found = await call(searchStays, undefined, { city: "lisbon", ...stay, guests: 2 });
    assert.deepEqual(
      found.stays.map(({ roomTypeId, totals }) => [roomTypeId, totals.total]),
      [[house.roomTypeId, 233_20]],
    );
    const { bookingId, paymentId } = await book(house, { ...stay, guests: 2 }, person);
    const booked = await bookingOf(bookingId);
    assert.deepEqual(
      [booked.state, booked.paid, booked.payment, booked.reference?.length],
      ["confirmed", 233_20, paymentId, 6],
    );
    assert.equal(await bookedOn(house, stay.checkIn), 1);

    const later = { checkIn: dayFrom(house, 11), checkOut: dayFrom(house, 14) };
    const priced = await call(quoteChange, person, { bookingId, ...later });
    assert.deepEqual([priced.toPay, priced.refund], [106_00, 0]);
    const moved = { requestId: randomUUID(), bookingId, ...later, toPay: 106_00, refund: 0 };
    const { changeId, state } = await call(changeDates, person, moved);
    assert.equal(state, "held");
    const due = await call(payChange, person, { changeId });
    assert.equal(due.amount, 106_00);
    await confirm(due.intent);
    await untilPayment(due.paymentId, "succeeded");
    const after = await bookingOf(bookingId);
    assert.deepEqual([after.checkIn, after.paid, after.change], [later.checkIn, 339_20, null]);
    assert.deepEqual(
      await Promise.all([10, 11, 13, 14].map((days) => bookedOn(house, dayFrom(house, days)))),
      [0, 1, 1, 0],
    );

    pass((after.remindAt?.toMillis() ?? 0) - now().getTime());
    assert.deepEqual(await remindTravellers(now(), 10), ["reminded"]);
    await refused(call(checkIn, house.host, { bookingId }), "failed-precondition", "too-early");
    pass(2 * DAY);
    assert.equal((await call(checkIn, house.host, { bookingId })).state, "checked_in");
    pass(4 * DAY);
    assert.deepEqual(await completeStays(now(), 10), ["completed"]);
    const said = { rating: 5, title: "Quiet", text: "", author: "Ana" };
    await call(reviewStay, person, { bookingId, ...said });

    const sent = await mails.where("to", "==", person.token.email).get();
    assert.deepEqual(sent.docs.map(({ id }) => id.split("_")[0]).toSorted(), [
      "stay-changed",
      "stay-confirmed",
      "stay-reminder",
    ]);
    const confirmed = sent.docs.find(({ id }) => id.startsWith("stay-confirmed"))?.data();
    assert.match(confirmed?.message.attachments?.[0]?.content ?? "", /BEGIN:VEVENT/);
  });

  it("is cancelled by a quote, and gives back what its policy says", async () => {
    const house = await openHouse();
    const { bookingId, person } = await book(house, stayFrom(house, 3));
    const { quoteId, refund, percent } = await call(quoteCancellation, person, { bookingId });
    assert.deepEqual([percent, refund], [50, 116_60]);
    pass(14 * MINUTE);
    const cancelled = await call(cancelBooking, person, { bookingId, quoteId });
    assert.deepEqual(cancelled, { bookingId, state: "cancelled", refund: 116_60 });
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).refunded === 116_60);
    assert.equal((await provider.simulator.ledger()).refunded, 116_60);
    assert.equal(await bookedOn(house, dayFrom(house, 3)), 0);
  });
});
