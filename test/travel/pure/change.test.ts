import assert from "node:assert/strict";
import fc from "fast-check";
import { priceChange, timesMoved } from "../../../functions/src/travel/booking/change.ts";
import { partOf, policyOf } from "../../../functions/src/travel/booking/policy.ts";
import type { Booking } from "../../../functions/src/travel/booking/schema.ts";
import { addDays, nightsOf, type Stay } from "../../../functions/src/travel/calendar/dates.ts";
import { dayAt, hold, type Months } from "../../../functions/src/travel/calendar/months.ts";
import { refused } from "../../support/call.ts";
import { aBooking, aMonth, at, monthsWith, sentenceOf, stampAt } from "../support/pureBookings.ts";

const NOW = "2026-12-01T12:00:00Z";
const stay = { checkIn: "2026-12-30", checkOut: "2027-01-02" };

/** The stay over the end of the year has the only room; each night costs 10.00 a day of its month. */
const booked = new Set(nightsOf(stay));
const months = monthsWith(
  ...["2026-12", "2027-01"].map((month) =>
    aMonth(month, (day) => {
      const date = `${month}-${String(day).padStart(2, "0")}`;
      return { price: day * 10_00, capacity: 1, booked: booked.has(date) ? 1 : 0 };
    }),
  ),
);
const free = monthsWith(
  ...Object.values(months).map((month) => ({
    ...month,
    days: month.days.map((day) => ({ ...day, booked: 0 })),
  })),
);
const all = nightsOf({ checkIn: "2026-12-20", checkOut: "2027-01-20" });
const plain = { cleaningFee: 0, taxBasisPoints: 0 };

const priced = (checkIn: string, checkOut: string, booking = aBooking(stay, plain)) =>
  at(NOW, () => priceChange(booking, { checkIn, checkOut }, months));

async function refusedChange(
  reason: string,
  to: Stay,
  { calendar = months, booking = aBooking(stay), now = NOW } = {},
): Promise<Record<string, unknown>> {
  const change = async () => at(now, () => priceChange(booking, to, calendar));
  const about = await refused(change(), "failed-precondition", reason);
  return { ...about, message: await sentenceOf(change()) };
}

const monthWith = (fields: object, day: number): Months => ({
  ...months,
  "2027-01": aMonth("2027-01", (each) => (each === day ? fields : {})),
});

describe("travel: what other dates cost", () => {
  it("is what was agreed for the nights that the stay has, and today's price for the others", () => {
    const { nights, totals, toPay, refund } = priced("2026-12-31", "2027-01-04");
    assert.deepEqual(nights, [
      { date: "2026-12-31", price: 100_00 },
      { date: "2027-01-01", price: 100_00 },
      { date: "2027-01-02", price: 20_00 },
      { date: "2027-01-03", price: 30_00 },
    ]);
    assert.deepEqual([totals.total, toPay, refund], [250_00, 0, 50_00]);
    const dearer = priced("2026-12-28", "2027-01-02");
    assert.deepEqual([dearer.totals.total, dearer.toPay, dearer.refund], [870_00, 570_00, 0]);
  });

  it("is nothing, and gives nothing back, where it comes to the same", () => {
    const booking = aBooking({ checkIn: "2026-12-30", checkOut: "2026-12-31" }, plain);
    const { toPay, refund } = priced("2026-12-10", "2026-12-11", booking);
    assert.deepEqual([toPay, refund], [0, 0]);
  });

  it("is by the cleaning, tax and rooms that were agreed, whatever they are now", () => {
    const agreed = { cleaningFee: 30_00, taxBasisPoints: 1_000, rooms: 1 };
    const { totals } = priced("2026-12-30", "2027-01-01", aBooking(stay, agreed));
    assert.deepEqual(totals, { nights: 200_00, cleaning: 30_00, tax: 23_00, total: 253_00 });
  });

  it("counts what has been given back already, so that it is neither given back twice nor asked back", () => {
    const booking = aBooking(stay, { ...plain, paid: 250_00 });
    assert.equal(priced("2026-12-30", "2027-01-01", booking).refund, 50_00);
    assert.equal(priced("2026-12-29", "2027-01-02", booking).toPay, 590_00 - 300_00);
  });

  it("counts what the policy has kept towards dearer dates, and gives none of it back again", () => {
    const kept = { ...plain, paid: 450_00, refundAtMost: 50 };
    const booking = aBooking(stay, kept);
    const cheaper = priced("2026-12-30", "2027-01-01", booking);
    assert.deepEqual([cheaper.refund, cheaper.percent], [50_00, 50]);
    const dearer = priced("2026-12-29", "2027-01-02", booking);
    assert.deepEqual([dearer.toPay, dearer.totals.total], [140_00, 590_00]);
    // Of 450.00, 300.00 would be kept of the stay as it is: so they are of dearer ones that it pays in part.
    assert.equal(dearer.percent, Math.floor((100 * (590_00 - 300_00)) / 590_00));
    const same = priced("2026-12-31", "2027-01-03", booking);
    assert.deepEqual([same.refund, same.percent], [40_00, 50]);
    // 156.00 of 590.00.
    const little = priced("2026-12-29", "2027-01-02", { ...booking, refundAtMost: 98 });
    assert.equal(little.percent, 73);
    const freely = priced("2026-12-30", "2027-01-05", booking);
    assert.deepEqual([freely.totals.total, freely.toPay, freely.percent], [390_00, 0, 38]);
    const unkept = priced(
      "2026-12-29",
      "2027-01-02",
      aBooking(stay, { ...plain, refundAtMost: 50 }),
    );
    assert.deepEqual([unkept.toPay, unkept.percent], [290_00, 50]);
  });

  it("leaves what is given back as it was where nothing is asked for", () => {
    const night = { checkIn: "2026-12-30", checkOut: "2026-12-31" };
    const booking = aBooking(night, { ...plain, refundAtMost: 67 }, 99_99);
    const { totals, toPay, percent } = priced("2026-12-10", "2026-12-11", booking);
    assert.deepEqual([totals.total, toPay, percent], [100_00, 0, 67]);
  });

  it("is nothing where it is too little for a payment, and never so much in all", () => {
    const toPay = [0, 49, 50].map((cents) => {
      const booking = aBooking(stay, { ...plain, paid: 320_00 - cents });
      return priced("2026-12-30", "2027-01-03", booking).toPay;
    });
    assert.deepEqual(toPay, [0, 0, 50]);
  });

  for (const [percent, refundAtMost, now] of [
    [100, 100, "2026-12-25T15:00:00Z"],
    [50, 100, "2026-12-25T15:00:00.001Z"],
    [50, 100, "2026-12-29T15:00:00Z"],
    [0, 100, "2026-12-29T15:00:00.001Z"],
    [50, 50, "2026-12-01T00:00:00Z"],
    [0, 0, "2026-12-01T00:00:00Z"],
  ] as const) {
    it(`gives back ${percent} % of what is cheaper at ${now}, where at most ${refundAtMost} % may be`, () => {
      const booking = aBooking(stay, { ...plain, refundAtMost, policy: policyOf("moderate") });
      const to = { checkIn: "2026-12-30", checkOut: "2026-12-31" };
      const change = at(now, () => priceChange(booking, to, months));
      assert.deepEqual([change.percent, change.refund], [percent, partOf(200_00, percent)]);
    });
  }

  it("keeps what the policy would of a stay as it is, however often that is moved", () => {
    const moves = fc.array(fc.tuple(fc.nat(all.length - 1), fc.integer({ min: 1, max: 9 })), {
      minLength: 2,
      maxLength: 8,
    });
    const keptOf = ({ paid, totals, refundAtMost }: Booking) =>
      paid - partOf(Math.min(paid, totals.total), refundAtMost);
    fc.assert(
      fc.property(moves, fc.integer({ min: 1, max: 99 }), (others, refundAtMost) => {
        let booking = aBooking(stay, { refundAtMost });
        const least = keptOf(booking);
        for (const [index, nights] of others) {
          const checkIn = all[index] ?? "";
          const to = { checkIn, checkOut: addDays(checkIn, nights) };
          if (to.checkIn === booking.checkIn && to.checkOut === booking.checkOut) continue;
          const change = at(NOW, () => priceChange(booking, to, free));
          const paid = booking.paid + change.toPay - change.refund;
          const { totals, percent } = change;
          booking = {
            ...booking,
            ...to,
            nights: change.nights,
            totals,
            paid,
            refundAtMost: percent,
          };
        }
        // Half a cent is rounded in who travels' favour, each time.
        assert.ok(keptOf(booking) >= least - others.length, `${keptOf(booking)} of ${least}`);
      }),
      { numRuns: 150, seed: 20261129 },
    );
  });

  it("is right to the cent, whatever the dates: kept nights as they were, and one of both sums 0", () => {
    const aStay = fc
      .tuple(fc.nat(all.length - 1), fc.integer({ min: 1, max: 12 }))
      .map(([index, nights]) => {
        const checkIn = all[index] ?? "";
        return { checkIn, checkOut: addDays(checkIn, nights) };
      });
    fc.assert(
      fc.property(aStay, aStay, fc.nat(150_00), (from, to, price) => {
        fc.pre(from.checkIn !== to.checkIn || from.checkOut !== to.checkOut);
        const booking = aBooking(from, {}, price);
        const change = at(NOW, () => priceChange(booking, to, free));
        const own = new Set(nightsOf(from));
        const wanted = nightsOf(to).map((date) => {
          const now = dayAt(free, date)?.price ?? assert.fail(date);
          return { date, price: own.has(date) ? price : now };
        });
        assert.deepEqual(change.nights, wanted);
        const { toPay, refund, totals } = change;
        const more = totals.total - booking.paid;
        assert.equal(toPay - refund, more > 0 && more < 50 ? 0 : more);
        assert.equal(Math.min(toPay, refund), 0);
      }),
      { numRuns: 150, seed: 20261129 },
    );
  });
});

describe("travel: other dates", () => {
  const to = { checkIn: "2027-01-01", checkOut: "2027-01-04" };

  it("may overlap with the stay's own nights where it has the only room, and with nobody else's", async () => {
    assert.equal(priced("2027-01-01", "2027-01-04").nights.length, 3);
    const taken = monthWith({ booked: 2, capacity: 2 }, 3);
    const { date, left } = await refusedChange("sold-out", to, { calendar: taken });
    assert.deepEqual([date, left], ["2027-01-03", 0]);
    const two = aBooking(stay, { rooms: 2 });
    const one = monthWith({ booked: 1, capacity: 2 }, 3);
    assert.equal((await refusedChange("sold-out", to, { calendar: one, booking: two })).left, 1);
  });

  it("are refused where a new night is held by another, and not where it is held for this change", async () => {
    const held = { nights: ["2027-01-03"], rooms: 1, until: stampAt("2026-12-01T12:10:00Z") };
    const calendar = hold(months, "change", held);
    await refusedChange("sold-out", to, { calendar });
    const change = at(NOW, () => priceChange(aBooking(stay), to, calendar, "change"));
    assert.equal(change.nights.length, 3);
    const lapsed = at("2026-12-01T12:10:00Z", () => priceChange(aBooking(stay), to, calendar));
    assert.equal(lapsed.nights.length, 3);
  });

  it("are refused where a new night is closed, or sold no more; what the stay has it keeps", async () => {
    await refusedChange("closed", to, { calendar: monthWith({ closed: true }, 3) });
    const own = monthWith({ closed: true }, 1);
    assert.ok(at(NOW, () => priceChange(aBooking(stay), to, own)));
    const unlisted = { ...months, "2027-01": aMonth("2027-01", () => ({}), { listed: false }) };
    await refusedChange("not-listed", to, { calendar: unlisted });
    const shorter = { checkIn: "2027-01-01", checkOut: "2027-01-02" };
    assert.ok(at(NOW, () => priceChange(aBooking(stay), shorter, unlisted)));
  });

  it("are refused that are too short or too long for their first night, or have no calendar", async () => {
    const short = await refusedChange("stay-too-short", to, {
      calendar: monthWith({ minStay: 4 }, 1),
    });
    assert.deepEqual([short.date, short.minStay], ["2027-01-01", 4]);
    await refusedChange("stay-too-long", to, { calendar: monthWith({ maxStay: 2 }, 1) });
    const over = { checkIn: "2027-01-31", checkOut: "2027-02-02" };
    assert.equal((await refusedChange("not-open", over)).date, "2027-02-01");
  });

  it("are refused that are the same, and are not where one day is another", async () => {
    const { message } = await refusedChange("same-dates", stay);
    assert.equal(message, "These are the dates that the stay has.");
    for (const other of [
      { ...stay, checkIn: "2026-12-31" },
      { ...stay, checkOut: "2027-01-01" },
    ]) {
      assert.ok(at(NOW, () => priceChange(aBooking(stay), other, months)));
    }
  });

  it("are counted, each time that they were changed", () => {
    const event = (name: Booking["timeline"][number]["event"]) => ({
      event: name,
      at: stampAt(NOW),
    });
    assert.equal(timesMoved({ timeline: [event("held"), event("confirmed")] }), 0);
    const timeline = [event("held"), event("confirmed"), event("changed"), event("changed")];
    assert.equal(timesMoved({ timeline }), 2);
  });

  it("are not changed past a host who is asked first", async () => {
    const booking = aBooking(stay, { mode: "on_request" });
    const { message } = await refusedChange("on-request", to, { booking });
    assert.equal(message, "Its host is asked about dates: cancel it, and ask for others.");
  });

  it("are days to come, of a stay to come: today there is the last of them", async () => {
    const booking: Booking = aBooking(stay, { timeZone: "America/New_York" });
    const today = "2026-12-31T04:59:59Z";
    const tomorrow = "2026-12-31T05:00:00Z";
    assert.ok(at(today, () => priceChange(booking, to, months)));
    const shorter = { checkIn: "2026-12-30", checkOut: "2026-12-31" };
    assert.ok(at(today, () => priceChange(booking, shorter, months)));
    const { message } = await refusedChange("in-the-past", to, { booking, now: tomorrow });
    assert.equal(message, "A stay is moved before it begins, to days to come.");
    const past = { checkIn: "2026-12-29", checkOut: "2027-01-02" };
    await refusedChange("in-the-past", past, { booking, now: today });
  });
});
