import assert from "node:assert/strict";
import { MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import type { Hold } from "../../../functions/src/travel/calendar/schema.ts";
import { quoteStay } from "../../../functions/src/travel/quoteStay.ts";
import { call, customer } from "../../support/call.ts";
import { oneOf, pick, seeded } from "../../support/seededRandom.ts";
import { useStillClock } from "../../support/time.ts";
import { type Found, searchAll } from "../support/findings.ts";
import { aPlace, type Place, putPlaces } from "../support/places.ts";
import {
  type Asked,
  against,
  cheapest,
  daysLater,
  nightsFrom,
  REASONS,
  type Reason,
} from "../support/searchModel.ts";

/** In Kiritimati it is the 31st, in the west of the Pacific's last zone still the 29th. */
const NOW = Date.parse("2027-12-30T11:30:00Z");
const ZONES = ["Europe/Lisbon", "Pacific/Kiritimati", "Etc/GMT+12"] as const;
const [PLACES, SEARCHES] = [24, 60];
/** What stays that are found must be, some of them. */
const KINDS = ["into a month", "into a year", "in rooms", "long"] as const;

describe("travel: what a search finds", () => {
  const { pass } = useStillClock();
  const random = seeded(7);
  const chance = (percent: number) => random() < percent / 100;

  /** Over the end of a year and a leap day; nothing is open from March on. */
  function randomPlace(name: string): Place {
    const [busy, cheap] = [oneOf(random, [0, 2, 10]), 8_000 + pick(random, 6) * 500];
    const [city, listed] = [chance(85) ? "lisbon" : "porto", chance(85)];
    const terms = { cleaningFee: pick(random, 4) * 1250, taxBasisPoints: pick(random, 2) * 733 };
    const place = aPlace(name, {
      property: { city, listed, timeZone: oneOf(random, ZONES), ...terms },
      roomType: { sleeps: 9 + pick(random, 4) },
      ...{ from: "2027-12", count: 3 },
      day: () => {
        const capacity = 1 + pick(random, 4);
        return {
          capacity,
          price: cheap + pick(random, 5) * 999,
          booked: chance(busy) ? capacity : pick(random, oneOf(random, [1, capacity])),
          closed: chance(busy / 2),
          minStay: chance(70) ? 1 : 1 + pick(random, 8),
          maxStay: chance(70) ? 28 : 8 + pick(random, 8),
        };
      },
    });
    const months = place.months.map((month) => ({ ...month, holds: randomHolds() }));
    return { ...place, months };
  }

  /** One that counts, and one whose time is over. */
  const randomHolds = (): Record<string, Hold> => {
    const until = (at: number) => ({ until: stamp(at), rooms: 1, nights: [1 + pick(random, 28)] });
    return { live: until(MINUTE), lapsed: until(0) };
  };

  function randomSearch(): Asked {
    const [start, days] = oneOf(random, [
      ["2027-12-28", 5],
      ["2027-12-30", 9],
      ["2028-01-20", 12],
      ["2028-02-24", 8],
    ] as const);
    const checkIn = daysLater(start, pick(random, days));
    const nights = oneOf(random, [1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 21, 25, 28]);
    const rooms = oneOf(random, [1, 1, 2, 3]);
    // Many: the emulator looks anew for each number of beds that will do.
    const guests = rooms * (chance(5) ? 2 : 9) + pick(random, rooms * 3);
    const city = chance(90) ? "lisbon" : "porto";
    return { city, checkIn, checkOut: daysLater(checkIn, nights), guests, rooms };
  }

  const quoted = ({ propertyId, roomTypeId }: Place, { city: _, ...stay }: Asked) =>
    call(quoteStay, customer(), { propertyId, roomTypeId, ...stay });

  /** What the search of the model's finds; told of whoever has one thing alone against it. */
  const expected = (places: Place[], asked: Asked, decided: Set<Reason>): Place[] =>
    places.filter((place) => {
      const [reason, ...others] = against(place, asked);
      if (reason && others.length === 0) decided.add(reason);
      return reason === undefined;
    });

  const roomOf = ({ roomTypeId }: { roomTypeId: string }) => roomTypeId;

  it("is each place that can be had to the last night, the cheapest first, and nothing else; and it costs what is quoted", async () => {
    pass(NOW - now().getTime());
    const places = Array.from({ length: PLACES }, (_, n) => randomPlace(`place ${n}`));
    await putPlaces(places);
    const decided = new Set<Reason>();
    const kinds = new Map(KINDS.map((kind) => [kind, 0]));

    for (let n = 0; n < SEARCHES; n++) {
      const asked = randomSearch();
      const where = `search ${n}: ${JSON.stringify(asked)}`;
      const found: Found[] = await searchAll(asked);
      const right = expected(places, asked, decided);
      assert.deepEqual(found.map(roomOf).toSorted(), right.map(roomOf).toSorted(), where);
      const month = asked.checkIn.slice(0, 7);
      const placeOf = (one: Found) => right.find((place) => roomOf(place) === roomOf(one));
      const prices = found.map((one) => cheapest(placeOf(one) as Place, month));
      assert.deepEqual(
        prices,
        prices.toSorted((a, b) => a - b),
        where,
      );

      const one = oneOf(random, found);
      const place = one && placeOf(one);
      if (place) assert.deepEqual(one.totals, (await quoted(place, asked)).totals, where);
      const last = nightsFrom(asked.checkIn, asked.checkOut).at(-1) ?? "";
      const are = {
        "into a month": !last.startsWith(month),
        "into a year": last.slice(0, 4) > month.slice(0, 4),
        "in rooms": asked.rooms > 1,
        long: asked.checkOut > daysLater(asked.checkIn, 14),
      };
      for (const kind of kinds.keys())
        if (are[kind]) kinds.set(kind, found.length + (kinds.get(kind) ?? 0));
    }
    // What was not tried is not proved.
    assert.deepEqual([...decided].toSorted(), REASONS.toSorted());
    assert.deepEqual(
      [...kinds].filter(([, stays]) => stays < 5),
      [],
    );
  });

  it("is what quoteStay would sell: of the rest it refuses each", async () => {
    pass(NOW - now().getTime());
    const places = Array.from({ length: 10 }, (_, n) => randomPlace(`other ${n}`));
    await putPlaces(places);
    for (let n = 0; n < 4; n++) {
      const asked = { ...randomSearch(), city: "lisbon" };
      const found = (await searchAll(asked)).map(roomOf);
      const sold = await Promise.allSettled(places.map((place) => quoted(place, asked)));
      assert.deepEqual(
        places
          .filter(
            ({ property }, index) =>
              property.city === "lisbon" && sold[index]?.status === "fulfilled",
          )
          .map(roomOf)
          .toSorted(),
        found.toSorted(),
      );
    }
  });
});
