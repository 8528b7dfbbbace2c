import assert from "node:assert/strict";
import { getDoc, getDocs, type Query } from "firebase/firestore";
import { occupancyOf } from "../../client/src/travel/occupancy.ts";
import { type TravelDocuments, travelDocuments } from "../../client/src/travel.ts";
import { denied, everybody, guardedApp, orderManagers, type Person } from "../support/rules.ts";
import {
  aStay,
  availability,
  booking,
  host,
  inventory,
  property,
  review,
  roomType,
  traveller,
} from "./support/rulesDocuments.ts";

/** The n-th of January 2026. */
const on = (day: number) => new Date(Date.UTC(2026, 0, day));

const house = aStay("house");
/** A house of somebody else's, and a stay of somebody else's there. */
const abroad = { id: "abroad", traveller: "unverified", host: "forged-admin" } as const;
const rated = (sum: number, fields = {}) =>
  property(house, { rating: { count: 1, sum }, ...fields });
const stay = (fields = {}) => booking(house, fields);
const requested = (day: number, fields = {}) =>
  stay({ state: "requested", reference: null, bookedAt: on(day), ...fields });

describe("travel client: the views", () => {
  const { as, only } = guardedApp("travel-client-views", {
    "properties/house": rated(9),
    "properties/loved": rated(50),
    "properties/new": rated(0),
    "properties/hidden": rated(99, { listed: false }),
    "properties/abroad": property(abroad, { city: "porto", rating: { count: 1, sum: 60 } }),
    "properties/house/roomTypes/double": roomType(house),
    "properties/house/roomTypes/single": roomType(house),
    "properties/house/roomTypes/closed": roomType(house, { listed: false }),
    "properties/hidden/roomTypes/double": roomType(house, { listed: false }),
    "properties/house/stayReviews/first": { ...review(house), createdAt: on(1) },
    "properties/house/stayReviews/last": { ...review(house), createdAt: on(2) },
    "properties/house/roomTypes/double/availability/2027-05": availability(house),
    "properties/hidden/roomTypes/double/availability/2027-05": availability(house, {
      listed: false,
    }),
    "inventory/house_double_2027-05": inventory(house),

    "bookings/comes": stay({ bookedAt: on(9) }),
    "bookings/there": stay({ state: "checked_in", bookedAt: on(8), reference: "000002" }),
    "bookings/leaves": stay({
      ...{ state: "checked_in", bookedAt: on(7), reference: "000003" },
      ...{ checkIn: "2027-05-01", checkOut: "2027-05-05" },
    }),
    "bookings/calledOff": stay({ state: "cancelled", bookedAt: on(6), reference: "000004" }),
    "bookings/left": stay({ state: "completed", bookedAt: on(5), reference: "000005" }),
    "bookings/waits": requested(4),
    "bookings/waitsLongest": requested(3),
    "bookings/held": requested(2, { state: "held" }),
    "bookings/theirs": booking(abroad, { bookedAt: on(9) }),
    "bookings/asksThem": booking(abroad, { state: "requested", bookedAt: on(1), reference: null }),
  });

  const hosts: readonly Person[] = [host, ...orderManagers];

  type View = [(documents: TravelDocuments) => Query, expected: string[]];

  /** What views show to exactly these people. */
  function show(people: readonly Person[], views: Record<string, View>): void {
    for (const [what, [view, expected]] of Object.entries(views)) {
      it(`show ${what}`, () =>
        only(people, async (db) => {
          const { docs, metadata } = await getDocs(view(travelDocuments(db)));
          assert.equal(metadata.fromCache, false);
          assert.deepEqual(
            docs.map(({ id }) => id),
            expected,
          );
        }));
    }
  }

  describe("for everybody", () => {
    show(everybody, {
      "propertiesIn: what is listed in a city, best loved first": [
        ({ propertiesIn }) => propertiesIn("lisbon"),
        ["loved", "house", "new"],
      ],
      "roomTypesOf: the rooms of what is listed": [
        ({ roomTypesOf }) => roomTypesOf("house"),
        ["double", "single"],
      ],
      "roomTypesOf: and none of what is not": [({ roomTypesOf }) => roomTypesOf("hidden"), []],
      "stayReviewsOf: what guests say, newest first": [
        ({ stayReviewsOf }) => stayReviewsOf("house"),
        ["last", "first"],
      ],
    });

    it("show availability: a month of what is listed, with prices", () =>
      only(everybody, async (db) => {
        const { availability } = travelDocuments(db);
        const month = (await getDoc(availability("house", "double", "2027-05"))).data();
        assert.deepEqual([month?.priceFrom, month?.nights.length], [100_00, 31]);
      }));

    it("show availability: of what is not listed to its host alone", () =>
      only([host], (db) => {
        const { availability } = travelDocuments(db);
        return getDoc(availability("hidden", "double", "2027-05"));
      }));
  });

  describe("for a traveller", () => {
    const all = ["comes", "there", "leaves", "calledOff", "left", "waits", "waitsLongest", "held"];
    show([traveller, ...orderManagers], {
      "bookingsOf: all of theirs, newest first": [({ bookingsOf }) => bookingsOf(traveller), all],
    });
  });

  describe("for a host", () => {
    show(hosts, {
      "requestsTo: what waits for their word, oldest first": [
        ({ requestsTo }) => requestsTo(host),
        ["waitsLongest", "waits"],
      ],
      "arrivals: who comes on a day, or has come": [
        ({ arrivals }) => arrivals(host, "2027-05-05"),
        ["comes", "there"],
      ],
      "departures: who leaves on a day": [
        ({ departures }) => departures(host, "2027-05-05"),
        ["leaves"],
      ],
      "departures: and not who has left, or did not come": [
        ({ departures }) => departures(host, "2027-05-07"),
        ["comes", "there"],
      ],
      "bookingBy: the one of six characters": [
        ({ bookingBy }) => bookingBy(host, "7F3Q9X"),
        ["comes"],
      ],
      "bookingBy: none of another's": [({ bookingBy }) => bookingBy(host, "000009"), []],
    });
    show([host], {
      "propertiesOf: their own, listed or not": [
        ({ propertiesOf }) => propertiesOf(host),
        ["hidden", "house", "loved", "new"],
      ],
    });

    it("show inventory: what is booked and held of a month, and by that how full it is", () =>
      only([host], async (db) => {
        const { inventory } = travelDocuments(db);
        const month = (await getDoc(inventory("house", "double", "2027-05"))).data();
        assert.ok(month);
        assert.deepEqual(Object.values(month.holds)[0]?.nights, [5, 6]);
        assert.deepEqual(occupancyOf(month), { booked: 31, nights: 62 });
        const [day] = month.days;
        assert.ok(day);
        const days = [
          { ...day, capacity: 3, booked: 2 },
          { ...day, capacity: 5, booked: 1, closed: true },
          { ...day, capacity: 4, booked: 0, closed: true },
        ];
        assert.deepEqual(occupancyOf({ ...month, days }), { booked: 3, nights: 4 });
        assert.deepEqual(occupancyOf({ ...month, days: [] }), { booked: 0, nights: 0 });
      }));
  });

  it("end where a page does, and a page is no longer than the rules allow", async () => {
    const documents = travelDocuments(as(traveller));
    const { propertiesIn, bookingsOf, stayReviewsOf } = documents;
    const ids = async (view: Query) => (await getDocs(view)).docs.map(({ id }) => id);
    assert.deepEqual(await ids(propertiesIn("lisbon", 1)), ["loved"]);
    assert.deepEqual(await ids(bookingsOf(traveller, 2)), ["comes", "there"]);
    assert.deepEqual(await ids(stayReviewsOf("house", 1)), ["last"]);
    const tooLong: Query[] = [
      ...[propertiesIn("lisbon", 51), bookingsOf(traveller, 51), stayReviewsOf("house", 51)],
    ];
    for (const view of tooLong) await denied(getDocs(view));
  });
});
