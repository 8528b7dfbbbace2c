import assert from "node:assert/strict";
import { bookings } from "../../functions/src/travel/booking/schema.ts";
import { nightsOf, type Stay } from "../../functions/src/travel/calendar/dates.ts";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { payStay } from "../../functions/src/travel/payStay.ts";
import { call } from "../support/call.ts";
import { clearFirestore, firestore, running } from "../support/firestore.ts";
import { confirm, makeRefunds } from "../support/payments.ts";
import { until } from "../support/until.ts";
import { untilHeard, useCheckedHouses } from "./support/books.ts";
import { bookingOf, leftOf, open, openHouse, stayFrom, take } from "./support/house.ts";
import { type Found, startSeekers, wordOf } from "./support/processes.ts";

const ROOMS = 5;
const PROCESSES = 4;

describe("travel: many travellers at once", () => {
  beforeEach(() => clearFirestore());

  it("40 in 4 processes want 5 rooms for stays that overlap: no night has a sixth, and who is told that it is full, is told the truth", async function () {
    this.timeout(90_000);
    const house = await openHouse({}, { capacity: ROOMS });
    const wanted = Array.from({ length: 40 }, (_, n) => stayFrom(house, 10 + (n % 8), 1 + (n % 4)));
    const workers = Array.from({ length: PROCESSES }, (_, n) => {
      const own = wanted.filter((_, index) => index % PROCESSES === n);
      return startSeekers(running.hosts.firestore, house, own);
    });
    await Promise.all(workers.map((worker) => wordOf(worker)));
    const outcomes = workers.map((worker) => wordOf<Found[]>(worker));
    for (const worker of workers) worker.send("go");
    const found = (await Promise.all(outcomes)).flat();
    const held = found.filter(({ outcome }) => outcome === "held");
    const full = found.filter(({ outcome }) => outcome === "sold-out");
    assert.deepEqual([found.length, held.length + full.length], [40, 40], JSON.stringify(found));
    assert.equal((await bookings.get()).size, held.length);

    const taken = new Map<string, number>();
    for (const date of held.flatMap((stay) => nightsOf(stay))) {
      taken.set(date, (taken.get(date) ?? 0) + 1);
    }
    for (const [date, rooms] of taken) {
      assert.ok(rooms <= ROOMS, `${date} is held ${rooms} times`);
      assert.equal(await leftOf(house, date), ROOMS - rooms);
    }
    const isFull = (stay: Stay) => nightsOf(stay).some((date) => taken.get(date) === ROOMS);
    assert.deepEqual(
      full.filter((stay) => !isFull(stay)),
      [],
    );
    assert.ok(full.length > 0);
  });

  it("who dies between reading and taking a room leaves no trace, and holds nobody up", async () => {
    const house = await openHouse({}, { capacity: 1 });
    const stay = stayFrom(house, 10);
    const worker = startSeekers(process.env.FIRESTORE_EMULATOR_HOST ?? "", house, [stay]);
    await wordOf(worker);
    const isHeldUp = firestore.inject({ method: "Commit", kind: "held", code: 0 });
    worker.send("go");
    await until(isHeldUp);
    worker.kill("SIGKILL");
    assert.equal(await leftOf(house, stay.checkIn), 1);
    const { state } = await take(house, stay);
    assert.equal(state, "held");
    assert.equal((await bookings.get()).size, 1);
  });
});

describe("travel: a stay that is cancelled while it is paid", () => {
  const { provider } = useCheckedHouses();

  it("is the traveller's, and paid, if the money was first; else its room is free, and all money back", async () => {
    const house = await openHouse({}, { capacity: 3 });
    const stay = stayFrom(house, 10);
    let kept = 0;
    for (let n = 0; n < 3; n++) {
      const { bookingId, person } = await take(house, stay);
      const { intent } = await open(bookingId, person);
      const [cancelled] = await Promise.allSettled([
        call(cancelBooking, person, { bookingId }),
        confirm(intent).catch(() => {}),
        call(payStay, person, { bookingId }).catch(() => {}),
      ]);
      await untilHeard(provider.simulator);
      await makeRefunds();
      await untilHeard(provider.simulator);
      const { state, paid, captured, refunded } = await bookingOf(bookingId);
      if (cancelled.status === "rejected") {
        // The money was first: then the stay is theirs, and to cancel it takes a quote.
        assert.equal(cancelled.reason.details.reason, "quote-needed");
        assert.deepEqual([state, paid, refunded], ["confirmed", 233_20, 0]);
        kept++;
      } else {
        assert.match(state, /^(cancelled|refunded)$/);
        assert.deepEqual([paid, refunded], [0, captured]);
      }
      assert.equal(await leftOf(house, stay.checkIn), 3 - kept);
    }
  });
});
