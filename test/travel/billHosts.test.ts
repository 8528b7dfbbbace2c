import { randomUUID } from "node:crypto";
import { DAY, now } from "../../functions/src/core/clock.ts";
import { acceptStay } from "../../functions/src/travel/acceptStay.ts";
import { checkInOf } from "../../functions/src/travel/booking/moments.ts";
import { addDays, addMonths } from "../../functions/src/travel/calendar/dates.ts";
import { cancelAsHost } from "../../functions/src/travel/cancelAsHost.ts";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { checkIn } from "../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../functions/src/travel/completeStay.ts";
import { createProperty } from "../../functions/src/travel/createProperty.ts";
import { createRoomType } from "../../functions/src/travel/createRoomType.ts";
import { declineStay } from "../../functions/src/travel/declineStay.ts";
import { holdStay } from "../../functions/src/travel/holdStay.ts";
import { listProperty } from "../../functions/src/travel/listProperty.ts";
import { markNoShow } from "../../functions/src/travel/markNoShow.ts";
import { setCapacity } from "../../functions/src/travel/setCapacity.ts";
import { setRates } from "../../functions/src/travel/setRates.ts";
import { call, customer } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { somebody } from "../support/knownPeople.ts";
import { useProvider } from "../support/payments.ts";
import { useStillClock } from "../support/time.ts";
import {
  aProperty,
  aRoomType,
  book,
  bookingOf,
  openHouse,
  orderManager,
  quote,
  take,
} from "./support/house.ts";
import { aNight, overMonths, shortHouse } from "./support/places.ts";

/** The rows of docs/architecture.md, "What it costs", about hosts. */
describe("travel: what is billed for a host", () => {
  const { pass } = useStillClock();
  useProvider();

  it("createProperty reads 3 and writes 2; createRoomType with its 13 months reads 5 and writes 29", async () => {
    const host = await somebody();
    const input = aProperty();
    let propertyId = "";
    const making = async () => {
      propertyId = (await call(createProperty, host, input)).propertyId;
    };
    await costs({ reads: 3, writes: 2 }, making);
    await costs({ reads: 3, writes: 1 }, making);
    const rooms = aRoomType(propertyId);
    await costs({ reads: 5, writes: 29 }, () => call(createRoomType, host, rooms));
    await costs({ reads: 4, writes: 1 }, () => call(createRoomType, host, rooms));
  });

  it("listProperty of n room types reads 14 n + 3 and writes 27 n + 2, by an order manager a read and a write more; again, 3 and 1", async () => {
    const { host, propertyId } = await openHouse();
    const listing = (listed: boolean) => () => call(listProperty, host, { propertyId, listed });
    await costs({ reads: 17, writes: 29 }, listing(false));
    await costs({ reads: 3, writes: 1 }, listing(false));
    await call(createRoomType, host, aRoomType(propertyId));
    await costs({ reads: 31, writes: 56 }, listing(true));
    const manager = await orderManager();
    const takeDown = () => call(listProperty, manager, { propertyId, listed: false });
    await costs({ reads: 32, writes: 57 }, takeDown);
  });

  it("setRates of a year reads 15 and writes 25, setCapacity of a night 4 and 3", async () => {
    const { host, propertyId, roomTypeId } = await openHouse();
    const { checkIn: night, checkOut } = aNight();
    const from = `${addMonths(night.slice(0, 7), -1)}-01`;
    const year = { propertyId, roomTypeId, from, until: `${addMonths(from.slice(0, 7), 12)}-01` };
    await costs({ reads: 15, writes: 25 }, () => call(setRates, host, { ...year, price: 90_00 }));
    const day = { propertyId, roomTypeId, from: night, until: checkOut };
    await costs({ reads: 4, writes: 3 }, () => call(setCapacity, host, { ...day, capacity: 5 }));
  });

  for (const [where, stay, n] of [
    ["within a month", aNight(), 1],
    ["in two months", overMonths(), 2],
  ] as const) {
    it(`a request ${where} reads ${n + 5} and writes 4, acceptStay reads ${n + 3} and writes ${2 * n + 2}, again 2`, async () => {
      const house = await shortHouse({ mode: "on_request" });
      const person = customer();
      const { quoteId } = await quote(house, person, stay);
      let bookingId = "";
      await costs({ reads: n + 5, writes: 4 }, async () => {
        const input = { requestId: randomUUID(), quoteId };
        bookingId = (await call(holdStay, person, input)).bookingId;
      });
      const accepting = () => call(acceptStay, house.host, { bookingId });
      await costs({ reads: n + 3, writes: 2 * n + 2 }, accepting);
      await costs({ reads: 2 }, accepting);
    });

    it(`cancelAsHost of a stay ${where} that is paid reads ${n + 4} and writes ${2 * n + 6}, again 2`, async () => {
      const house = await shortHouse();
      const { bookingId } = await book(house, stay);
      const cancelling = () => call(cancelAsHost, house.host, { bookingId });
      await costs({ reads: n + 4, writes: 2 * n + 6 }, cancelling);
      await costs({ reads: 2 }, cancelling);
    });
  }

  it("cancelBooking of a request, which holds nothing, reads 5 and writes 2", async () => {
    const { bookingId, person } = await take(await shortHouse({ mode: "on_request" }), aNight());
    await costs({ reads: 5, writes: 2 }, () => call(cancelBooking, person, { bookingId }));
  });

  it("declineStay reads 3 and writes 2, by an order manager 4; again, 2 and 3", async () => {
    const house = await shortHouse({ mode: "on_request" });
    const [one, two] = [await take(house, aNight()), await take(house, aNight())];
    const manager = await orderManager();
    for (const [{ bookingId }, person, more] of [
      [one, house.host, 0],
      [two, manager, 1],
    ] as const) {
      const declining = () => call(declineStay, person, { bookingId });
      await costs({ reads: 3 + more, writes: 2 }, declining);
      await costs({ reads: 2 + more }, declining);
    }
  });

  it("checkIn reads 2 and writes 1, completeStay as much, markNoShow 3 and 3", async () => {
    const house = await shortHouse();
    const stay = { ...aNight(), checkOut: addDays(aNight().checkIn, 3) };
    const [one, two] = [await book(house, stay), await book(house, stay)];
    type Verb = typeof checkIn | typeof completeStay | typeof markNoShow;
    const step = (verb: Verb, { bookingId }: typeof one) =>
      call(verb as typeof checkIn, house.host, { bookingId });
    pass(checkInOf(await bookingOf(one.bookingId)).getTime() - now().getTime());
    await costs({ reads: 2, writes: 1 }, () => step(checkIn, one));
    pass(DAY);
    await costs({ reads: 3, writes: 3 }, () => step(markNoShow, two));
    pass(2 * DAY);
    await costs({ reads: 2, writes: 1 }, () => step(completeStay, one));
  });
});
