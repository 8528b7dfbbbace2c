import { MINUTE, now } from "../../functions/src/core/clock.ts";
import { addMonths } from "../../functions/src/travel/calendar/dates.ts";
import { openCalendars } from "../../functions/src/travel/jobs/openCalendars.ts";
import { purgeGuestLists } from "../../functions/src/travel/jobs/purgeGuestLists.ts";
import { recountNights } from "../../functions/src/travel/jobs/recountNights.ts";
import { sweepBookings, sweepChanges } from "../../functions/src/travel/jobs/sweepHolds.ts";
import { completeStays, remindTravellers } from "../../functions/src/travel/jobs/sweepStays.ts";
import { lapse } from "../../functions/src/travel/lapse.ts";
import { reviewStay } from "../../functions/src/travel/reviewStay.ts";
import { sweep } from "../../functions/src/travel/sweep.ts";
import { withdrawReview } from "../../functions/src/travel/withdrawReview.ts";
import { call } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { useProvider } from "../support/payments.ts";
import { useStillClock } from "../support/time.ts";
import {
  book,
  bookingOf,
  dayFrom,
  guestsOf,
  openHouse,
  orderManager,
  take,
} from "./support/house.ts";
import { aNight, overMonths, shortHouse } from "./support/places.ts";

/** The rows of docs/architecture.md, "What it costs", about the jobs, and what comes after a stay. */
describe("travel: what is billed by the jobs, and after a stay", () => {
  const { pass } = useStillClock();
  useProvider();

  const until = (moment: { toMillis(): number } | undefined) =>
    pass((moment?.toMillis() ?? 0) - now().getTime());

  it("the jobs with nothing to do read 2 each minute, and 4 each hour", async () => {
    const house = await openHouse();
    await book(house, aNight());
    await take(house, aNight());
    const at = { scheduleTime: now().toISOString() };
    await costs({ reads: 2 }, async () => lapse.run(at));
    await costs({ reads: 4 }, async () => sweep.run(at));
  });

  for (const [where, stay, n] of [
    ["within a month", aNight(), 1],
    ["in two months", overMonths(), 2],
  ] as const) {
    it(`a hold ${where} that lapses unpaid reads ${n + 2} and writes ${2 * n + 1}`, async () => {
      await take(await shortHouse(), stay);
      pass(10 * MINUTE);
      await costs({ reads: n + 2, writes: 2 * n + 1 }, () => sweepBookings(now(), 10));
      await costs({ reads: 1 }, () => sweepChanges(now(), 10));
    });
  }

  it("a reminder reads 3 and writes 2; a stay that is over 2 and 1; its guest list 1, and a delete", async () => {
    const { bookingId } = await book(await shortHouse(), aNight());
    until((await bookingOf(bookingId)).remindAt);
    await costs({ reads: 3, writes: 2 }, () => remindTravellers(now(), 10));
    until((await bookingOf(bookingId)).completeAt);
    await costs({ reads: 2, writes: 1 }, () => completeStays(now(), 10));
    until((await guestsOf(bookingId))?.purgeAt);
    await costs({ reads: 1, deletes: 1 }, () => purgeGuestLists(now(), 10));
  });

  it("reviewStay reads 5 and writes 4; withdrawReview 3 and 1, and a delete, by staff a read and a write more", async () => {
    const { bookingId, person } = await book(await shortHouse(), aNight());
    until((await bookingOf(bookingId)).completeAt);
    await completeStays(now(), 10);
    const { propertyId } = await bookingOf(bookingId);
    const said = { bookingId, rating: 5, title: "", text: "", author: "Ana" };
    const review = () => call(reviewStay, person, said);
    await costs({ reads: 5, writes: 4 }, review);
    const named = { propertyId, bookingId };
    await costs({ reads: 3, writes: 1, deletes: 1 }, () => call(withdrawReview, person, named));
    await review();
    const manager = await orderManager();
    await costs({ reads: 4, writes: 2, deletes: 1 }, () => call(withdrawReview, manager, named));
  });

  it("a month that is opened reads 3 and writes 3", async () => {
    const house = await openHouse();
    const next = Date.parse(`${addMonths(dayFrom(house, 0).slice(0, 7), 1)}-02T12:00:00Z`);
    pass(next - now().getTime());
    await costs({ reads: 3, writes: 3 }, () => openCalendars(now(), 10));
    await costs({ reads: 1 }, () => openCalendars(now(), 10));
  });

  it("the recount reads a property, its 13 months, and each stay that is booked, or 1 where none is", async () => {
    const house = await openHouse();
    await costs({ reads: 1 + 13 + 1 }, recountNights);
    await book(house, aNight());
    await book(house, aNight());
    await costs({ reads: 1 + 13 + 2 }, recountNights);
  });
});
