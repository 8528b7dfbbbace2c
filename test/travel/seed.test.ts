import assert from "node:assert/strict";
import { documentsOf } from "../../dev/seed/travel/documents.ts";
import { demoPlaces } from "../../dev/seed/travel/index.ts";
import { plant } from "../../dev/seed/travel/plant.ts";
import { now, useClock } from "../../functions/src/core/clock.ts";
import { addDays, todayIn } from "../../functions/src/travel/calendar/dates.ts";
import { recountNights } from "../../functions/src/travel/jobs/recountNights.ts";
import { properties } from "../../functions/src/travel/schema.ts";
import { useStillClock } from "../support/time.ts";

const hosted = demoPlaces.filter(({ place }) => place.host === "demo-host");

describe("travel: the demo's places to stay", () => {
  useStillClock();

  it("have calendars that their bookings agree with, and are planted once", async () => {
    const documents = hosted.map(documentsOf);
    await Promise.all(documents.map(plant));
    assert.deepEqual(await recountNights(), []);
    const [first] = documents;
    assert.ok(first);
    const ref = properties.doc(first.propertyId);
    await ref.update({ name: "Renamed" });
    await plant(first);
    assert.equal((await ref.get()).data()?.name, "Renamed");
  });

  it("fit their schemas and have no night overbooked, in whatever zone, on leap days and at New Year", () => {
    for (const moment of ["2027-12-31T23:30:00Z", "2028-02-29T11:59:00Z"]) {
      const putBack = useClock(() => new Date(moment));
      try {
        const ids = demoPlaces.map((located) => documentsOf(located).propertyId);
        assert.equal(new Set(ids).size, demoPlaces.length);
      } finally {
        putBack();
      }
    }
  });

  it("give the host that can log in somebody who comes, who leaves and who asks, today", () => {
    const stays = hosted.flatMap((located) => documentsOf(located).stays);
    const on = (day: "checkIn" | "checkOut", state: string) =>
      stays.filter(
        ({ booking }) =>
          booking.state === state && booking[day] === todayIn(booking.timeZone, now()),
      ).length;
    assert.deepEqual([on("checkIn", "confirmed"), on("checkOut", "checked_in")], [3, 2]);
    assert.equal(stays.filter(({ booking }) => booking.state === "requested").length, 2);
  });

  it("have ratings that are the sum of their reviews, of stays that are over", () => {
    for (const { property, stays } of demoPlaces.map(documentsOf)) {
      const reviewed = stays.filter(({ review }) => review);
      assert.deepEqual(property.rating, {
        count: reviewed.length,
        sum: reviewed.reduce((sum, { review }) => sum + (review?.rating ?? 0), 0),
      });
      for (const { booking } of reviewed) {
        assert.equal(booking.state, "completed");
        const yesterday = addDays(todayIn(booking.timeZone, now()), -1);
        assert.ok(booking.checkOut < yesterday, booking.propertyName);
      }
    }
  });
});
