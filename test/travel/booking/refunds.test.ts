import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { call, refused } from "../../support/call.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { callOff, useBookings } from "../support/bookingStates.ts";
import { book, bookingOf, type House, open, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

describe("travel: what goes back of a stay", () => {
  const use = useBookings();
  let house: House;
  beforeEach(async () => {
    house = await plantHouse({}, { capacity: 2 });
  });

  const moneyOf = async (bookingId: string) => {
    const { state, paid, refunded } = await bookingOf(bookingId);
    return [state, paid, refunded];
  };
  const becomes = (bookingId: string, ...wanted: unknown[]) =>
    until(async () => JSON.stringify(await moneyOf(bookingId)) === JSON.stringify(wanted));

  /** A stay that is paid by a card, ten days before it. */
  async function paidBy(card: string) {
    const { bookingId, person } = await take(house, stayFrom(house, 10));
    const { intent, paymentId } = await open(bookingId, person);
    await confirm(intent, card);
    await untilPayment(paymentId, "succeeded");
    return { bookingId, person, intent, paymentId };
  }

  const providersIds = async () =>
    (await refunds.get()).docs.map((refund) => refund.data().providerId ?? "");

  /** As staff do it in the provider's dashboard. */
  const giveBack = (intent: string, amount?: number) =>
    provider().refunds.create({ payment_intent: intent, ...(amount ? { amount } : {}) });

  it("all of it makes a cancelled stay refunded, and is told once", async () => {
    const { bookingId, person } = await book(house, stayFrom(house, 10));
    await callOff({ bookingId, person });
    assert.deepEqual(await moneyOf(bookingId), ["cancelled", 0, 0]);
    await makeRefunds();
    await becomes(bookingId, "refunded", 0, 233_20);
    await makeRefunds();
    const { timeline } = await bookingOf(bookingId);
    assert.deepEqual(
      timeline.map(({ event, amount }) => [event, amount]),
      [
        ["held", undefined],
        ["confirmed", 233_20],
        ["cancelled", 233_20],
        ["refunded", 233_20],
      ],
    );
    const told = (await mails.get()).docs.filter(({ id }) => id.startsWith("stay-refunded"));
    assert.deepEqual(
      told.map((mail) => mail.data().to),
      [person.token.email],
    );
  });

  it("a part of it leaves it cancelled, until the rest is given back in the dashboard", async () => {
    const { bookingId, person, paymentId } = await book(house, stayFrom(house, 3));
    await callOff({ bookingId, person });
    await makeRefunds();
    await becomes(bookingId, "cancelled", 116_60, 116_60);
    const { data } = await provider().paymentIntents.list();
    const intent = data.find(({ metadata }) => metadata.payment === paymentId)?.id ?? "";
    await giveBack(intent);
    await becomes(bookingId, "refunded", 0, 233_20);
  });

  it("in the dashboard leaves a stay what it is, and is not given back a second time", async () => {
    const { bookingId, person, intent } = await paidBy("pm_card_visa");
    const { quoteId } = await call(quoteCancellation, person, { bookingId });
    await giveBack(intent, 100_00);
    await becomes(bookingId, "confirmed", 133_20, 100_00);
    const attempt = call(cancelBooking, person, { bookingId, quoteId });
    await refused(attempt, "failed-precondition", "quote-superseded");
    assert.equal((await callOff({ bookingId, person })).refund, 133_20);
    await makeRefunds();
    await becomes(bookingId, "refunded", 0, 233_20);
    assert.equal((await use.provider.simulator.ledger()).refunded, 233_20);
  });

  it("and is sent back by the bank makes it cancelled again; staff look, and may try again", async () => {
    const { bookingId, person, intent } = await paidBy("pm_card_refundFail");
    await callOff({ bookingId, person });
    await makeRefunds();
    await becomes(bookingId, "refunded", 0, 233_20);
    const [made = ""] = await providersIds();
    await use.provider.simulator.settle(made, "failed");
    await becomes(bookingId, "cancelled", 233_20, 0);
    assert.match((await bookingOf(bookingId)).review ?? "", /^refund [0-9a-f]{40} failed$/);
    await giveBack(intent);
    await becomes(bookingId, "refunded", 0, 233_20);
  });

  it("and is sent back by the bank makes what had expired expired again", async () => {
    const { bookingId, person } = await take(house, { ...stayFrom(house, 10), rooms: 2 });
    const { intent, paymentId } = await open(bookingId, person);
    use.passTo((await bookingOf(bookingId)).closeAt?.toDate() ?? now());
    await take(house, stayFrom(house, 10));
    await confirm(intent, "pm_card_refundFail");
    await untilPayment(paymentId, "succeeded");
    assert.deepEqual(await moneyOf(bookingId), ["expired", 0, 0]);
    await makeRefunds();
    await becomes(bookingId, "refunded", 0, 466_40);
    const [made = ""] = await providersIds();
    await use.provider.simulator.settle(made, "failed");
    await becomes(bookingId, "expired", 466_40, 0);
  });

  it("that the bank does not take at all leaves it cancelled; staff look", async () => {
    const { bookingId, person } = await paidBy("pm_card_pendingRefund");
    await callOff({ bookingId, person });
    await makeRefunds();
    assert.deepEqual(await moneyOf(bookingId), ["cancelled", 0, 0]);
    const [made = ""] = await providersIds();
    await use.provider.simulator.settle(made, "failed");
    await becomes(bookingId, "cancelled", 233_20, 0);
    assert.match((await bookingOf(bookingId)).review ?? "", /^refund [0-9a-f]{40} failed$/);
    const told = (await mails.get()).docs.filter(({ id }) => id.startsWith("stay-refunded"));
    assert.equal(told.length, 0);
  });
});
