import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { momentAt } from "../../../functions/src/travel/calendar/dates.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, customer, refused } from "../../support/call.ts";
import { makeRefunds } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { useCheckedHouses } from "../support/books.ts";
import { asked, bookedFrom, change, onlyStay } from "../support/changes.ts";
import { book, bookingOf, changeOf, dayFrom, guestsOf, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

describe("travel: other dates that cost no more", () => {
  const { pass, provider } = useCheckedHouses();

  it("are the stay's at once, and what they are cheaper is given back", async () => {
    const stay = await onlyStay();
    const { house, bookingId, person } = stay;
    const before = await bookingOf(bookingId);
    const to = stayFrom(house, 11, 1);
    const priced = await call(quoteChange, person, { bookingId, ...to });
    assert.deepEqual(
      [priced.toPay, priced.refund, priced.totals.total, priced.currency],
      [0, 106_00, 127_20, "EUR"],
    );
    const { changeId, ...receipt } = await change(stay, to);
    const moved = { state: "applied", toPay: 0, refund: 106_00, currency: "EUR", closeAt: null };
    assert.deepEqual(receipt, moved);
    assert.deepEqual(await bookedFrom(house, 10, 12), [0, 1, 0]);
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).refunded === 106_00);
    assert.equal((await provider.simulator.ledger()).refunded, 106_00);

    const after = await bookingOf(bookingId);
    const { checkIn, checkOut, paid, captured, state, reference, totals, nights } = after;
    assert.deepEqual({ checkIn, checkOut }, to);
    assert.deepEqual(
      [paid, captured, state, reference],
      [127_20, 233_20, "confirmed", before.reference],
    );
    assert.deepEqual({ totals, nights }, { totals: priced.totals, nights: priced.nights });
    assert.equal((await changeOf(changeId)).state, "applied");
    assert.deepEqual(
      after.timeline.map(({ event }) => event),
      ["held", "confirmed", "changed", "refunded"],
    );
  });

  it("have their own reminder, end, guest list and mails", async () => {
    const stay = await onlyStay({}, 1);
    const { house, bookingId, person } = stay;
    assert.equal((await bookingOf(bookingId)).remindAt, undefined);
    const to = stayFrom(house, 40);
    const { changeId } = await change(stay, to);
    const { remindAt, completeAt } = await bookingOf(bookingId);
    const [day, hour] = [86_400_000, 3_600_000];
    const arrival = momentAt(to.checkIn, "15:00", house.timeZone).getTime();
    const end = momentAt(to.checkOut, "11:00", house.timeZone).getTime();
    assert.equal(remindAt?.toMillis(), arrival - 48 * hour);
    assert.equal(completeAt?.toMillis(), end);
    // Else it would be gone before they come.
    assert.equal((await guestsOf(bookingId))?.purgeAt.toMillis(), end + 30 * day);
    const sent = await mails.get();
    const about = sent.docs.filter(({ id }) => id.includes(changeId));
    assert.deepEqual(about.map((mail) => [mail.id.split("_")[0], mail.data().to]).toSorted(), [
      ["stay-changed", person.token?.email],
      ["stay-moved", house.host.token.email],
    ]);
  });

  it("are moved into over the stay's own nights, and leave what they don't need to others", async () => {
    const stay = await onlyStay();
    const { house } = stay;
    const { refund, toPay } = await change(stay, stayFrom(house, 11));
    assert.deepEqual([toPay, refund], [0, 0]);
    assert.deepEqual(await bookedFrom(house, 10, 13), [0, 1, 1, 0]);
    await take(house, stayFrom(house, 9));
    await take(house, stayFrom(house, 13));
    await refused(change(stay, stayFrom(house, 12)), "failed-precondition", "sold-out");
  });

  it("go over the ends of months and years, and over a leap day, and back", async () => {
    pass(Date.parse("2027-12-20T12:00:00Z") - now().getTime());
    const house = await plantHouse({}, { capacity: 1 });
    const stay = await book(house, { checkIn: "2027-12-30", checkOut: "2028-01-02" });
    await change(stay, { checkIn: "2028-02-28", checkOut: "2028-03-02" });
    const { nights } = await bookingOf(stay.bookingId);
    assert.deepEqual(
      nights.map(({ date }) => date),
      ["2028-02-28", "2028-02-29", "2028-03-01"],
    );
    // All three months are free again.
    await take(house, { checkIn: "2027-12-30", checkOut: "2028-01-01" });
    await change(stay, { checkIn: "2028-01-01", checkOut: "2028-01-04" });
    await take(house, { checkIn: "2028-02-28", checkOut: "2028-03-02" });
  });

  it("are refused if they cost something else by now, with what it is; nothing is changed", async () => {
    const stay = await onlyStay();
    const { house, bookingId, person } = stay;
    const to = await asked(stay, stayFrom(house, 11));
    const { propertyId, roomTypeId } = house;
    const day = { from: dayFrom(house, 12), until: dayFrom(house, 13) };
    await call(setRates, house.host, { propertyId, roomTypeId, ...day, price: 90_00 });
    const before = await bookingOf(bookingId);
    const details = await refused(
      call(changeDates, person, to),
      "failed-precondition",
      "price-changed",
    );
    assert.deepEqual([details.toPay, details.refund], [0, 10_60]);
    assert.deepEqual(await bookingOf(bookingId), before);
    const wrong = { ...to, refund: 10_61 };
    await refused(call(changeDates, person, wrong), "failed-precondition", "price-changed");
    assert.equal((await call(changeDates, person, { ...to, refund: 10_60 })).state, "applied");
  });

  it("are asked for once by a request, however often it is sent", async () => {
    const stay = await onlyStay();
    const { house, bookingId, person } = stay;
    const to = await asked(stay, stayFrom(house, 11, 1));
    const answers = await Promise.all([1, 2, 3].map(() => call(changeDates, person, to)));
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    await change(stay, stayFrom(house, 20, 1));
    assert.deepEqual(await call(changeDates, person, to), answers[0]);
    const other = { ...to, ...stayFrom(house, 12, 1) };
    await refused(call(changeDates, person, other), "already-exists", "request-id-reused");
    const { paid, timeline } = await bookingOf(bookingId);
    assert.deepEqual([paid, timeline.length], [127_20, 4]);
    assert.deepEqual(await bookedFrom(house, 10, 12), [0, 0, 0]);
  });

  it("are nobody else's to ask for", async () => {
    const stay = await onlyStay();
    const { house, bookingId } = stay;
    const to = await asked(stay, stayFrom(house, 11));
    for (const stranger of [customer(), house.host]) {
      const quoting = call(quoteChange, stranger, { bookingId, ...stayFrom(house, 11) });
      await refused(quoting, "not-found", "no-such-booking");
      await refused(call(changeDates, stranger, to), "not-found", "no-such-booking");
    }
    assert.equal((await call(changeDates, stay.person, to)).state, "applied");
  });
});
