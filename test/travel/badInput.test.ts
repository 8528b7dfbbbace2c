import assert from "node:assert/strict";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { bookings } from "../../functions/src/travel/booking/schema.ts";
import { properties } from "../../functions/src/travel/schema.ts";
import { callWith, customer, type Person } from "../support/call.ts";
import { everyDocument } from "../support/everything.ts";
import { useStillClock } from "../support/time.ts";
import { bookingOf, dayFrom, openHouse, quote, stayFrom, take } from "./support/house.ts";
import { callables, inputsFor, NOWHERE } from "./support/inputs.ts";
import { stored } from "./support/refusals.ts";

/** What no document can be called, or none of ours. */
const BAD_IDS = [
  ...["", ".", "/", "a/b", "../a", " ", "\u0000", "\ud800", "__proto__", "x".repeat(65)],
  ...[`${"0".repeat(39)}/`, `${"0".repeat(40)}\n`, `${"0".repeat(40)}/bookings/a`, null, 7],
];

/** What no field takes, whichever it is. */
const NONSENSE = [{}, [{}], ["\ud800"], Number.NaN, -1, 0.5, "\ud800", "x".repeat(4_001)];

const outcomeOf = (callable: unknown, input: unknown, person: Person | undefined = customer()) =>
  callWith<Promise<unknown>>(callable as never, person, input).then(
    () => "done",
    (error) => reasonOf(error) ?? String(error),
  );

/** Names no document: it is held against what was quoted, and that is all. */
const isCompared = (name: string, field: string): boolean =>
  name === "cancelBooking" && field === "quoteId";

/** `good` with each of `worse` in the place of each field, at whatever depth, that `is` one to change. */
function spoiled(
  good: object,
  worse: readonly unknown[],
  is: (field: string) => boolean = () => true,
): unknown[] {
  return Object.entries(good).flatMap(([field, value]) => {
    const put = (one: unknown) => ({ ...good, [field]: one });
    const here = is(field) ? worse.map(put) : [];
    if (typeof value !== "object" || value === null) return here;
    const [first] = Array.isArray(value) ? value : [value];
    if (typeof first !== "object") return here;
    const below = spoiled(first, worse, is).map((one) => put(Array.isArray(value) ? [one] : one));
    return [...here, ...below];
  });
}

describe("travel: what it makes of nonsense", function () {
  this.timeout(30_000);
  useStillClock();
  const inputs = inputsFor(NOWHERE);

  /** Each of these is refused as what it is, and nothing is written. */
  async function refusedAll(name: string, callable: unknown, bad: readonly unknown[]) {
    const outcomes = await Promise.all(bad.map((input) => outcomeOf(callable, input)));
    for (const [n, outcome] of outcomes.entries()) {
      const about = `${name} ${JSON.stringify(bad[n])?.slice(0, 200)}: ${outcome}`;
      assert.ok(outcome === "invalid-input" || outcome === "too-large", about);
    }
    assert.deepEqual(await everyDocument(), [], name);
  }

  it("is a refusal that names the input, of each callable, for an id that no document can have", async () => {
    assert.deepEqual(callables.map(([name]) => name).sort(), Object.keys(inputs).sort());
    for (const [name, callable] of callables) {
      const isId = (field: string) => field.endsWith("Id") && !isCompared(name, field);
      const bad = spoiled(inputs[name], BAD_IDS, isId);
      assert.ok(bad.length >= BAD_IDS.length || name === "createProperty", name);
      await refusedAll(name, callable, bad);
    }
  });

  it("is one for what no field takes, for fields that there are not, and for what is no input at all", async () => {
    for (const [name, callable] of callables) {
      const good = inputs[name];
      const more = ["uid", "state", "__proto__", "x".repeat(500)].map((field) =>
        JSON.parse(`{${JSON.stringify(field)}:1,${JSON.stringify(good).slice(1)}`),
      );
      const none = [undefined, null, 7, "x", [good], {}, { ...good, more: "ä".repeat(40_000) }];
      await refusedAll(name, callable, [
        ...spoiled(good, NONSENSE, (field) => !isCompared(name, field)),
        ...more,
        ...none,
      ]);
    }
  });

  it("is one for a day, a time, a zone, a place or a number that there is not", async () => {
    const worse: Record<string, readonly unknown[]> = {
      checkIn: ["2099-02-29", "2099-13-01", "2099-12-32", "99-12-01", "2099-12-01T00:00", 20991201],
      checkOut: ["2099-12-01", "2099-11-30", "2099-12-30", "2100-01-01", "", null],
      from: ["2099-12-03", "2099-02-30", "2098-12-01"],
      until: ["2099-12-01", "2099-11-30", "2099-06-31", ""],
      weekdays: [[], [0], [8], [1.5], [1, 2, 3, 4, 5, 6, 7, 1], "1"],
      timeZone: ["Europe/Nowhere", "+01:00", "", "../etc", "Europe/Lisbon "],
      city: ["Lisbon", "", "a b", "é", "a/b", "x".repeat(41)],
      country: ["pt", "PRT", "", "P1"],
      checkInFrom: ["24:00", "1:00", "15:60", "15", "3 pm"],
      photo: ["http://example.com", "javascript:alert(1)", "https://a.b/<", ""],
      mode: ["", "INSTANT", null],
      policy: ["", "none", null],
      rooms: [0, 10, "1"],
      guests: [0, 109, []],
      price: [-1, 100_000_001, "100"],
      capacity: [501, "1"],
      rating: [0, 6, "5"],
      minStay: [0, 29],
      author: ["", "a@b", "a\nb"],
      listed: [1, "true", null],
    };
    for (const [name, callable] of callables) {
      const bad = Object.entries(worse).flatMap(([field, values]) =>
        field in inputs[name] ? values.map((value) => ({ ...inputs[name], [field]: value })) : [],
      );
      await refusedAll(name, callable, bad);
    }
  });

  it("is never an error of ours where each part by itself is good, and what comes of it is sound", async () => {
    const house = await openHouse();
    const { propertyId, roomTypeId, host } = house;
    const person = customer();
    const { bookingId } = await take(house, stayFrom(house, 5), person);
    const { quoteId } = await quote(house, person, stayFrom(house, 9));
    const good = inputsFor({ propertyId, roomTypeId, bookingId, changeId: bookingId, quoteId });
    const [dawn, dusk] = ["2000-01-01", "2099-12-31"];
    const soon = { from: dayFrom(house, 0), until: dayFrom(house, 1) };
    const whole = { from: dayFrom(house, -60), until: dayFrom(house, 300) };
    const strange: Record<string, readonly object[]> = {
      setRates: [
        { from: dawn, until: "2001-01-01" },
        { from: "2099-01-01", until: dusk },
        { ...whole, price: 1_000_000_00, minStay: 28, maxStay: 1 },
        { ...soon, weekdays: [7, 7, 7, 7], price: 1_000_000_00, minStay: undefined },
      ],
      setCapacity: [
        { from: dawn, until: "2001-01-01" },
        { ...whole, capacity: 500 },
        { ...whole, capacity: 0 },
      ],
      createRoomType: [
        { capacity: 0, minStay: 28, maxStay: 28, sleeps: 12, price: 1_000_000_00 },
        { name: "__proto__", description: "\u0000\u202e", price: 100, cleaningFee: undefined },
      ],
      createProperty: [
        { city: "constructor", amenities: ["__proto__", "toString"], timeZone: "Etc/GMT+12" },
        { name: "\u202e\ufeff\u{1f3e0}", taxBasisPoints: 5000, cleaningFee: 1_000_000_00 },
        { checkInFrom: "23:59", checkOutUntil: "00:00", timeZone: "CET", amenities: [] },
      ],
      quoteStay: [
        { checkIn: dawn, checkOut: "2000-01-02" },
        { checkIn: "2099-12-30", checkOut: dusk },
        { ...stayFrom(house, 1), rooms: 9, guests: 108 },
        { ...stayFrom(house, -1), guests: 108 },
      ],
      searchStays: [
        { checkIn: dawn, checkOut: "2000-01-29", rooms: 9, guests: 108 },
        { ...stayFrom(house, 0, 28), after: undefined },
        { ...stayFrom(house, 0, 1), after: { price: 0, ...NOWHERE, bookingId: undefined } },
        { city: "constructor", after: { price: 1_000_000_00, propertyId, roomTypeId } },
      ],
      nameGuests: [{ guests: Array.from({ length: 100 }, () => ({ name: "__proto__" })) }],
      changeDates: [{ toPay: 1, refund: 1 }, stayFrom(house, 6), stayFrom(house, -400)],
      quoteChange: [stayFrom(house, 6), stayFrom(house, -400)],
      cancelBooking: [{ quoteId: "../../x" }, { quoteId: "" }],
      withdrawReview: [{ bookingId: propertyId }, { reason: undefined }],
    };
    for (const [name, callable] of callables) {
      const by = /^(set|create|list)/.test(name) ? host : person;
      for (const extra of [{}, ...(strange[name] ?? [])]) {
        const requestId = `${name}-${"0".repeat(16)}`;
        const input = {
          ...good[name],
          ...("requestId" in good[name] ? { requestId } : {}),
          ...extra,
        };
        const outcome = await outcomeOf(callable, JSON.parse(JSON.stringify(input)), by);
        assert.match(outcome, /^[a-z-]+$/, `${name} ${JSON.stringify(extra)}`);
        assert.notEqual(outcome, "unexpected", `${name} ${JSON.stringify(extra)}`);
      }
    }
    for (const property of (await properties.get()).docs) assert.ok(property.data().hostId);
    assert.equal((await bookings.get()).size, 2);
    assert.match((await bookingOf(bookingId)).state, /cancelled/);
  });

  it("is as if it were not there, to a stranger, whatever is there", async () => {
    const house = await openHouse();
    const { propertyId, roomTypeId } = house;
    const person = customer();
    const { bookingId } = await take(house, stayFrom(house, 5), person);
    const { quoteId } = await quote(house, person, stayFrom(house, 9));
    const there = inputsFor({ propertyId, roomTypeId, bookingId, changeId: bookingId, quoteId });
    const before = await stored();
    for (const [name, callable] of callables) {
      if (["createProperty", "quoteStay", "searchStays"].includes(name)) continue;
      const [real, none] = [
        await outcomeOf(callable, there[name]),
        await outcomeOf(callable, inputs[name]),
      ];
      assert.deepEqual([real, /^no-such-/.test(none)], [none, true], name);
    }
    assert.deepEqual(await stored(), before);
  });
});
