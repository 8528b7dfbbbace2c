import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, HOUR, now, SECOND } from "../../../functions/src/core/clock.ts";
import { checkOutOf } from "../../../functions/src/travel/booking/moments.ts";
import { bookings } from "../../../functions/src/travel/booking/schema.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { purgeGuestLists } from "../../../functions/src/travel/jobs/purgeGuestLists.ts";
import { completeStays, remindTravellers } from "../../../functions/src/travel/jobs/sweepStays.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import { call, type Person } from "../../support/call.ts";
import { beforeCommit, hookCommits } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { callOff, noonOf } from "../support/bookingStates.ts";
import { useCheckedHouses } from "../support/books.ts";
import { newsTo } from "../support/hosts.ts";
import { book, bookingOf, guestsOf, type House, openHouse, stayFrom } from "../support/house.ts";

describe("travel: what comes of itself", () => {
  const { pass } = useCheckedHouses();
  const passTo = (moment: Date) => pass(moment.getTime() - now().getTime());
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  const remind = () => remindTravellers(now(), 50);
  const complete = () => completeStays(now(), 50);
  const purge = () => purgeGuestLists(now(), 50);
  const remindersTo = async (person: Person) =>
    (await newsTo(person)).filter((news) => news === "stay-reminder").length;
  const timeOf = async (id: string, field: "remindAt" | "completeAt") =>
    (await bookingOf(id))[field]?.toDate() ?? assert.fail(field);

  /** Moves a stay by so many days, at no price. */
  async function move(bookingId: string, person: Person, inDays: number): Promise<void> {
    const asked = { bookingId, ...stayFrom(house, inDays) };
    const { toPay, refund } = await call(quoteChange, person, asked);
    const requestId = randomUUID();
    const changed = await call(changeDates, person, { ...asked, requestId, toPay, refund });
    assert.equal(changed.state, "applied");
  }

  describe("the reminder", () => {
    it("is written two days before check-in, not a second before, and once, whoever runs the job", async () => {
      const { bookingId, person } = await book(house, stayFrom(house, 10));
      passTo(await timeOf(bookingId, "remindAt"));
      pass(-SECOND);
      assert.deepEqual(await remind(), []);
      pass(SECOND);
      const { checkIn: from } = await bookingOf(bookingId);
      const until = noonOf(house, from).getTime() + 3 * HOUR - now().getTime();
      assert.equal(until, 2 * DAY);
      const outcomes = (await Promise.all([remind(), remind(), remind()])).flat();
      assert.equal(outcomes.filter((outcome) => outcome === "reminded").length, 1);
      assert.deepEqual(await remind(), []);
      assert.equal(await remindersTo(person), 1);
      assert.equal((await bookingOf(bookingId)).remindAt, undefined);
    });

    it("is written of a stay that was moved when that is due, again, and not of its old dates", async () => {
      const { bookingId, person } = await book(house, stayFrom(house, 10));
      const first = await timeOf(bookingId, "remindAt");
      await move(bookingId, person, 20);
      passTo(first);
      assert.deepEqual(await remind(), []);
      passTo(await timeOf(bookingId, "remindAt"));
      assert.deepEqual(await remind(), ["reminded"]);
      await move(bookingId, person, 15);
      passTo(await timeOf(bookingId, "remindAt"));
      assert.deepEqual(await remind(), ["reminded"]);
      assert.equal(await remindersTo(person), 2);
    });

    it("is written to nobody who has called off, who books later, or who moves at that moment", async () => {
      const off = await book(house, stayFrom(house, 10));
      const due = await timeOf(off.bookingId, "remindAt");
      const moving = await book(house, stayFrom(house, 10));
      await callOff(off);
      passTo(due);
      const soon = await book(house, stayFrom(house, 1, 1));
      assert.equal((await bookingOf(soon.bookingId)).remindAt, undefined);
      await beforeCommit(() => move(moving.bookingId, moving.person, 25), remind);
      assert.deepEqual(await remind(), []);
      for (const { person } of [off, moving, soon]) assert.equal(await remindersTo(person), 0);
    });

    it("is written once where the answer of the database is lost, and by the next run where there was none", async () => {
      const { bookingId, person } = await book(house, stayFrom(house, 10));
      passTo(await timeOf(bookingId, "remindAt"));
      const { failure } = await hookCommits(
        async () => {
          throw new Error("killed");
        },
        async () => assert.deepEqual(await remind(), ["failed"]),
      );
      assert.equal(failure, undefined);
      const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
      await remind();
      assert.ok(lost());
      assert.equal(await remindersTo(person), 1);
    });
  });

  describe("the end of a stay", () => {
    it("is at check-out, whether or not somebody was checked in, not a second before, and once", async () => {
      const [arrived, quiet] = [
        await book(house, stayFrom(house, 3)),
        await book(house, stayFrom(house, 3)),
      ];
      passTo(noonOf(house, (await bookingOf(arrived.bookingId)).checkIn));
      await call(checkIn, house.host, { bookingId: arrived.bookingId });
      const checkOut = await timeOf(arrived.bookingId, "completeAt");
      assert.deepEqual(checkOut, checkOutOf(await bookingOf(quiet.bookingId)));
      passTo(checkOut);
      pass(-SECOND);
      assert.deepEqual(await complete(), []);
      pass(SECOND);
      const outcomes = (await Promise.all([complete(), complete()])).flat();
      assert.equal(outcomes.filter((outcome) => outcome === "completed").length, 2);
      for (const { bookingId } of [arrived, quiet]) {
        const { state, timeline, completeAt } = await bookingOf(bookingId);
        const ends = timeline.filter(({ event }) => event === "completed").length;
        assert.deepEqual([state, ends, completeAt], ["completed", 1, undefined]);
      }
      assert.deepEqual(await complete(), []);
    });

    it("is that of its new dates where it was moved, and none of who did not come or called off", async () => {
      const [moved, absent, off] = [
        await book(house, stayFrom(house, 3)),
        await book(await openHouse({}, {}, house.host), stayFrom(house, 7)),
        await book(house, stayFrom(house, 3)),
      ];
      await move(moved.bookingId, moved.person, 40);
      await callOff(off);
      passTo(noonOf(house, addDays((await bookingOf(absent.bookingId)).checkIn, 1)));
      await call(markNoShow, house.host, { bookingId: absent.bookingId });
      pass(20 * DAY);
      assert.deepEqual(await complete(), []);
      passTo(await timeOf(moved.bookingId, "completeAt"));
      assert.deepEqual(await complete(), ["completed"]);
      const states = [moved, absent, off].map(
        async (one) => (await bookingOf(one.bookingId)).state,
      );
      assert.deepEqual(await Promise.all(states), ["completed", "no_show", "cancelled"]);
    });

    it("is no end of one that its host marks at that moment: it is looked at again, and left", async () => {
      const { bookingId } = await book(house, stayFrom(house, 3));
      passTo(await timeOf(bookingId, "completeAt"));
      const markInTime = async () => {
        pass(-1);
        await call(markNoShow, house.host, { bookingId });
        pass(1);
      };
      await beforeCommit(markInTime, complete);
      assert.equal((await bookingOf(bookingId)).state, "no_show");
      assert.deepEqual(await complete(), []);
      // By hand, say: what is over is not met again and again.
      await bookings.doc(bookingId).update({ completeAt: (await bookingOf(bookingId)).bookedAt });
      assert.deepEqual([await complete(), await complete()], [["gone"], []]);
    });
  });

  describe("the list of who comes", () => {
    it("is deleted 30 days after check-out, not a second before, and nothing else with it", async () => {
      const { bookingId, person } = await book(house, stayFrom(house, 3));
      const checkOut = checkOutOf(await bookingOf(bookingId));
      passTo(new Date(checkOut.getTime() + 30 * DAY));
      pass(-SECOND);
      assert.deepEqual(await purge(), []);
      assert.equal((await guestsOf(bookingId))?.email, person.token.email);
      pass(SECOND);
      const outcomes = (await Promise.all([purge(), purge()])).flat();
      assert.equal(outcomes.filter((outcome) => outcome === "purged").length, 1);
      assert.equal(await guestsOf(bookingId), undefined);
      assert.equal((await bookingOf(bookingId)).uid, person.uid);
      assert.deepEqual(await purge(), []);
    });

    it("is kept for a stay that was moved, until 30 days after that", async () => {
      const { bookingId, person } = await book(house, stayFrom(house, 3));
      const first = (await guestsOf(bookingId))?.purgeAt.toDate() ?? assert.fail();
      await move(bookingId, person, 60);
      passTo(first);
      assert.deepEqual(await purge(), []);
      pass(57 * DAY + HOUR);
      assert.deepEqual(await purge(), ["purged"]);
    });
  });
});
