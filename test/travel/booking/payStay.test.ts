import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { useBookings } from "../support/bookingStates.ts";
import { untilHeard } from "../support/books.ts";
import { bookingOf, open, paymentOf, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: paying a stay", () => {
  const { provider: use } = useBookings();

  const intents = async () => (await provider().paymentIntents.list({ limit: 100 })).data;

  it("takes what was quoted, once, however often it is asked for, whatever has become dearer", async () => {
    const house = await plantHouse();
    const { bookingId, person, totals } = await take(house, stayFrom(house, 10));
    await properties.doc(house.propertyId).update({ cleaningFee: 500_00, taxBasisPoints: 2500 });
    await call(nameGuests, person, { bookingId, guests: [{ name: "Ana Guest" }] });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => call(payStay, person, { bookingId })),
    );
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    const { paymentId, intent, amount, currency } = await call(payStay, person, { bookingId });
    assert.deepEqual([amount, currency, totals.total], [233_20, "EUR", 233_20]);
    assert.deepEqual(
      (await intents()).map((made) => [made.id, made.amount, made.metadata.payment]),
      [[intent, 233_20, paymentId]],
    );
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    const { captured, paid, paidBy, payment } = await bookingOf(bookingId);
    assert.deepEqual([captured, paid, paidBy, payment], [233_20, 233_20, [paymentId], paymentId]);
    assert.equal((await use.simulator.ledger()).captured, 233_20);
  });

  it("takes the names of who comes first, and is its traveller's alone", async () => {
    const house = await plantHouse();
    const { bookingId, person } = await take(house, stayFrom(house, 10));
    const pay =
      (who = person) =>
      () =>
        call(payStay, who, { bookingId });
    await refusedWhole(pay(), "failed-precondition", "guests-needed");
    await call(nameGuests, person, { bookingId, guests: [{ name: "Ana Guest" }] });
    for (const other of [customer(), house.host]) {
      await refusedWhole(pay(other), "not-found", "no-such-booking");
    }
    assert.equal((await bookingOf(bookingId)).payment, null);
    await pay()();
  });

  it("may be tried again after a decline, and opens another payment where the last was canceled", async () => {
    const house = await plantHouse();
    const { bookingId, person } = await take(house, stayFrom(house, 10));
    const first = await open(bookingId, person);
    await confirm(first.intent, "pm_card_chargeDeclined");
    await untilPayment(first.paymentId, "failed");
    assert.equal((await bookingOf(bookingId)).state, "held");
    assert.deepEqual(await call(payStay, person, { bookingId }), first);
    await provider().paymentIntents.cancel(first.intent);
    await untilPayment(first.paymentId, "canceled");
    const second = await call(payStay, person, { bookingId });
    assert.notEqual(second.paymentId, first.paymentId);
    assert.equal((await paymentOf(second.paymentId)).attempt, 2);
    await confirm(second.intent);
    await untilPayment(second.paymentId, "succeeded");
    const { state, paidBy, captured } = await bookingOf(bookingId);
    assert.deepEqual([state, paidBy, captured], ["confirmed", [second.paymentId], 233_20]);
  });

  it("is refused while the provider does not answer, and goes on later with the one intent", async () => {
    const house = await plantHouse();
    const { bookingId, person } = await take(house, stayFrom(house, 10));
    await call(nameGuests, person, { bookingId, guests: [{ name: "Ana Guest" }] });
    await use.simulator.fault({ path: "payment_intents$", times: 2, action: "drop-after" });
    const attempt = call(payStay, person, { bookingId });
    await refused(attempt, "unavailable", "provider-unavailable");
    const { intent } = await call(payStay, person, { bookingId });
    assert.deepEqual(
      (await intents()).map(({ id }) => id),
      [intent],
    );
    assert.equal((await payments.get()).size, 1);
  });

  it("takes over nothing of money that is not what was quoted, and asks staff to look", async () => {
    const house = await plantHouse();
    const { bookingId, person } = await take(house, stayFrom(house, 10));
    const { intent } = await open(bookingId, person);
    await untilHeard(use.simulator);
    const { metadata, ...asked } = await provider().paymentIntents.retrieve(intent);
    const forged = { ...asked, metadata, status: "succeeded", amount_received: 1 };
    const [event] = await use.simulator.events();
    assert.ok(event);
    const body = { ...event, id: "evt_forged", data: { object: forged } };
    assert.equal(await use.simulator.send(event.id, { body: JSON.stringify(body) }), 200);
    await until(async () => (await bookingOf(bookingId)).review !== null);
    const { state, captured, review } = await bookingOf(bookingId);
    assert.deepEqual([state, captured], ["held", 0]);
    assert.match(review ?? "", /the amount is 1, not 23320/);
  });
});
