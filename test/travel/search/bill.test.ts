import assert from "node:assert/strict";
import { searchStays } from "../../../functions/src/travel/searchStays.ts";
import { call, customer } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { search } from "../support/findings.ts";
import { aNight, onlyNight, overMonths, putPlaces } from "../support/places.ts";

/** The rows of docs/architecture.md, "What it costs", about a search. */
describe("travel: what is billed for a search", () => {
  useStillClock();
  const places = (from: number, until: number, stay = aNight()) =>
    Array.from({ length: until - from }, (_, n) => onlyNight(`${from + n}`, {}, stay));
  const asked = { city: "lisbon", ...aNight(), guests: 12 };

  it("that finds 20 is 40 reads, in a city of 20 properties and in one of 400, and as many for the next page", async () => {
    await putPlaces(places(0, 20));
    await costs({ reads: 40 }, () => search(asked));
    await putPlaces(places(20, 400));
    await costs({ reads: 40 }, () => search(asked));
    const { stays, next } = await search(asked);
    assert.ok(stays.length === 20 && next);
    await costs({ reads: 40 }, () => search({ ...asked, after: next }));
  });

  it("over the end of a month is a read more for each that it looks at", async () => {
    const stay = overMonths();
    await putPlaces(places(0, 3, stay));
    const over = { ...asked, ...stay };
    await costs({ reads: 9 }, () => search(over));
    const within = { ...over, checkOut: `${stay.checkOut.slice(0, 7)}-01` };
    await costs({ reads: 6 }, () => search(within));
  });

  it("that finds nothing is 1 read, and one more of who is signed in", async () => {
    await putPlaces(places(0, 3));
    const nowhere = { ...asked, city: "porto" };
    await costs({ reads: 1 }, () => search(nowhere));
    await costs({ reads: 2 }, () => call(searchStays, customer(), nowhere));
  });

  it("reads a property once, however many of its room types it finds", async () => {
    const [one, two] = places(0, 2);
    assert.ok(one && two);
    const { propertyId } = one;
    const months = two.months.map((month) => ({ ...month, propertyId }));
    await putPlaces([one, { ...two, propertyId, months }]);
    await costs({ reads: 3 }, () => search(asked));
  });
});
