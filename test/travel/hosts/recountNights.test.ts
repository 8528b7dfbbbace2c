import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY } from "../../../functions/src/core/clock.ts";
import { bookings } from "../../../functions/src/travel/booking/schema.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { inventoryOf } from "../../../functions/src/travel/calendar/schema.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { recountNights } from "../../../functions/src/travel/jobs/recountNights.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call } from "../../support/call.ts";
import { logs } from "../../support/logs.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { book, dayFrom, type House, monthOf, openHouse, stayFrom, take } from "../support/house.ts";

describe("travel: calendars held against bookings", () => {
  const { pass } = useStillClock();
  useProvider();

  /** Counts so many more of a night, past everybody who keeps the count. */
  async function miscount(house: House, date: string, more: number): Promise<void> {
    const month = date.slice(0, 7);
    const { days } = await monthOf(house, month);
    const day = days[Number(date.slice(8)) - 1];
    assert.ok(day);
    day.booked += more;
    await inventoryOf(house, month).update({ days });
  }

  it("differ in nothing after a busy day: booked, moved, arrived, not come, called off, held", async () => {
    const house = await openHouse({}, { capacity: 9 });
    const booked = await Promise.all(
      [0, 0, 5, 5].map((days) => book(house, stayFrom(house, days, 3))),
    );
    const [here, missing, moved, gone] = booked.map(({ bookingId }) => ({ bookingId }));
    assert.ok(here && missing && moved && gone);
    await take(house, stayFrom(house, 1));
    const dates = stayFrom(house, 6, 3);
    const person = booked[2]?.person;
    const { toPay, refund } = await call(quoteChange, person, { ...moved, ...dates });
    const asked = { requestId: randomUUID(), ...moved, ...dates, toPay, refund };
    assert.equal((await call(changeDates, person, asked)).state, "applied");
    await call(cancelAsHost, house.host, gone);
    await call(checkIn, house.host, here);
    pass(DAY);
    await call(markNoShow, house.host, missing);
    assert.deepEqual(await recountNights(), []);
    pass(30 * DAY);
    assert.deepEqual(await recountNights(), []);
  });

  it("that say something else are named night by night from today on, and logged; nothing is changed", async () => {
    const [house, other] = [await openHouse({}, { capacity: 9 }), await openHouse()];
    const stay = stayFrom(house, 2);
    const lost = await book(house, { ...stay, rooms: 2 });
    const today = dayFrom(house, 0);
    await miscount(house, today, 1);
    await miscount(other, dayFrom(other, 40), 3);
    await bookings.doc(lost.bookingId).update({ state: "expired" });
    const of = ({ propertyId, roomTypeId }: House, date: string, booked: number) => ({
      ...{ propertyId, roomTypeId, date, booked, counted: 0 },
    });
    const expected = [
      of(house, today, 1),
      of(house, stay.checkIn, 2),
      of(house, addDays(stay.checkIn, 1), 2),
      of(other, dayFrom(other, 40), 3),
    ];
    const inOrder = (all: typeof expected) =>
      all.toSorted((one, another) => (JSON.stringify(one) < JSON.stringify(another) ? -1 : 1));
    logs.length = 0;
    for (const _ of [1, 2]) assert.deepEqual(inOrder(await recountNights()), inOrder(expected));
    const logged = logs.filter(({ message }) => message.startsWith("Error: calendar differs"));
    assert.deepEqual(
      [logged.length, new Set(logged.map(({ severity }) => severity))],
      [8, new Set(["ERROR"])],
    );
    assert.ok(logged.some(({ date, booked }) => date === stay.checkIn && booked === 2));

    await bookings.doc(lost.bookingId).update({ state: "checked_in" });
    pass(DAY);
    assert.deepEqual(await recountNights(), expected.slice(3));
  });
});
