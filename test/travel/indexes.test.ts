import assert from "node:assert/strict";
import { getDocs, type Query } from "firebase/firestore";
import { travelDocuments } from "../../client/src/travel.ts";
import { now } from "../../functions/src/core/clock.ts";
import { pagesOf } from "../../functions/src/core/pagesOf.ts";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { openCalendars } from "../../functions/src/travel/jobs/openCalendars.ts";
import { purgeGuestLists } from "../../functions/src/travel/jobs/purgeGuestLists.ts";
import { recountNights } from "../../functions/src/travel/jobs/recountNights.ts";
import { sweepBookings, sweepChanges } from "../../functions/src/travel/jobs/sweepHolds.ts";
import { completeStays, remindTravellers } from "../../functions/src/travel/jobs/sweepStays.ts";
import { personalData } from "../../functions/src/travel/personalData.ts";
import { call } from "../support/call.ts";
import { project as ownProject } from "../support/firestore.ts";
import { listed, needed, onlyEverywhere, unclaimed } from "../support/indexes.ts";
import { guardedApp } from "../support/rules.ts";
import { useStillClock } from "../support/time.ts";
import { search } from "./support/findings.ts";
import { openHouse, take } from "./support/house.ts";
import { aNight, overMonths } from "./support/places.ts";

describe("travel: the indexes", () => {
  const { project, as } = guardedApp("travel-indexes");
  useStillClock();

  /** As an app looks at stays. */
  async function clientQueries(): Promise<void> {
    const person = "order-manager";
    const views = travelDocuments(as(person));
    const queries: readonly Query[] = [
      views.propertiesIn("lisbon"),
      views.roomTypesOf("house"),
      views.stayReviewsOf("house"),
      views.bookingsOf(person),
      views.propertiesOf(person),
      views.requestsTo(person),
      views.arrivals(person, "2027-05-05"),
      views.departures(person, "2027-05-07"),
      views.bookingBy(person, "7F3Q9X"),
    ].map((query) => query as unknown as Query);
    for (const query of queries) await getDocs(query);
  }

  /** As callables, jobs, and the export and deletion of accounts do. */
  async function serverQueries(): Promise<void> {
    const house = await openHouse();
    const { propertyId, roomTypeId, host } = house;
    const asked = { city: "lisbon", guests: 1 };
    const after = { price: 1, propertyId, roomTypeId };
    for (const stay of [aNight(), overMonths()]) {
      assert.equal((await search({ ...asked, ...stay })).stays.length, 1);
      await search({ ...asked, ...stay, guests: 24, rooms: 2, after });
    }
    const { bookingId, person } = await take(house, aNight());
    await call(cancelBooking, person, { bookingId });
    await recountNights();
    for (const job of [
      ...[sweepBookings, sweepChanges, remindTravellers, completeStays],
      ...[purgeGuestLists, openCalendars],
    ]) {
      await job(now(), 10);
    }
    for (const { uid, token } of [person as typeof host, host]) {
      const held = { uid, emails: [token.email], alias: "somebody" };
      for (const source of Object.values(await personalData.held(held))) {
        if ("where" in source) await pagesOf(source).next();
      }
      assert.equal(await personalData.erase(held), "erased");
    }
  }

  it("are those that the client's and the server's queries need, no more and no fewer", async () => {
    const queries = [
      ...(await needed(project, clientQueries)),
      ...(await needed(ownProject, serverQueries)),
    ];
    assert.deepEqual(
      [...new Set(queries)].sort(),
      listed(
        "properties",
        "roomTypes",
        "stayReviews",
        "availability",
        "inventory",
        "quotes",
        "bookings",
        "guestLists",
        "bookingChanges",
        "cancellationQuotes",
        "references",
      ),
    );
  });

  it("leave a field that is looked for in all places the usual ones within a place", () => {
    assert.deepEqual(onlyEverywhere(), []);
  });

  it("are each of a collection whose queries are tested", () => {
    assert.deepEqual(unclaimed(), []);
  });
});
