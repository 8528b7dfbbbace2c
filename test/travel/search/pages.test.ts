import assert from "node:assert/strict";
import { searchStays } from "../../../functions/src/travel/searchStays.ts";
import { callWith, refused } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { type Found, search, searchAll, searchPages } from "../support/findings.ts";
import { aNight, onlyNight, type Place, putPlaces } from "../support/places.ts";

describe("travel: the pages of a search", () => {
  useStillClock();
  const asked = { city: "lisbon", ...aNight(), guests: 12 };
  const roomOf = ({ roomTypeId }: { roomTypeId: string }) => roomTypeId;
  const named = (places: readonly Place[], found: readonly Found[]) =>
    found.map(({ roomTypeId }) => places.findIndex((place) => place.roomTypeId === roomTypeId));

  it("have each room type once, the cheapest first, also where many cost the same", async () => {
    const prices = Array.from({ length: 45 }, (_, n) => (n < 30 ? 90_00 : 70_00 + (n % 3)));
    const places = prices.map((price, n) => onlyNight(`${n}`, { roomType: { price } }));
    await putPlaces(places);
    const pages = await searchPages(asked);
    assert.deepEqual(
      pages.map(({ length }) => length),
      [20, 20, 5],
    );
    const found = pages.flat();
    assert.deepEqual(found.map(roomOf).toSorted(), places.map(roomOf).toSorted());
    assert.deepEqual(
      found.map(({ totals }) => totals.nights),
      prices.toSorted((a, b) => a - b),
    );
  });

  it("go on where none of a page has rooms enough", async () => {
    const places = Array.from({ length: 25 }, (_, n) =>
      onlyNight(`${n}`, { roomType: { price: 80_00 + n, capacity: n < 20 ? 1 : 2 } }),
    );
    await putPlaces(places);
    const [first = [], second = []] = await searchPages({ ...asked, rooms: 2 });
    assert.deepEqual([first.length, named(places, second)], [0, [20, 21, 22, 23, 24]]);
  });

  it("begin where a traveller says, who learns nothing by it of what is not to be found", async () => {
    const elsewhere = { city: "porto" };
    const places = [
      onlyNight("cheap", { roomType: { price: 70_00 } }),
      onlyNight("dear", { roomType: { price: 90_00 } }),
      onlyNight("unlisted", { roomType: { price: 80_00 }, property: { listed: false } }),
      onlyNight("elsewhere", { roomType: { price: 80_00 }, property: elsewhere }),
    ];
    await putPlaces(places);
    assert.deepEqual(named(places, await searchAll(asked)), [0, 1]);
    const invented = { propertyId: "f".repeat(40), roomTypeId: "0".repeat(40) };
    for (const { propertyId, roomTypeId } of [...places, invented]) {
      const after = { price: 80_00, propertyId, roomTypeId };
      assert.deepEqual(named(places, await searchAll({ ...asked, after })), [1]);
    }
    const last = { price: 100_000_000, ...invented };
    assert.deepEqual(await search({ ...asked, after: last }), { stays: [], next: null });
  });

  it("begin nowhere by what no page has answered", async () => {
    const after = { price: 1, propertyId: "a".repeat(40), roomTypeId: "b".repeat(40) };
    const forged = {
      "a path": { ...after, propertyId: `a/roomTypes/${"b".repeat(28)}` },
      "another document": { ...after, roomTypeId: "../../../accounts/somebody" },
      "no room": { price: 1, propertyId: after.propertyId },
      "no whole price": { ...after, price: 0.5 },
      "a price that none has": { ...after, price: -1 },
      "a word for a price": { ...after, price: "1" },
      "more than that": { ...after, city: "porto" },
    };
    for (const [what, wrong] of Object.entries(forged)) {
      const attempt = callWith(searchStays, undefined, { ...asked, after: wrong });
      const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
      assert.match(JSON.stringify(fields), /"after/, what);
    }
    assert.equal((await search({ ...asked, after })).next, null);
  });
});
