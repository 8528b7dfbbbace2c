import assert from "node:assert/strict";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { createProperty } from "../../../functions/src/travel/createProperty.ts";
import { properties } from "../../../functions/src/travel/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { hasCalled, onlyTakes } from "../support/hosts.ts";
import { aProperty } from "../support/house.ts";

describe("travel: a new property", () => {
  const { pass } = useStillClock();

  it("is its host's, as they describe it, and not listed", async () => {
    const host = customer();
    const { requestId, ...described } = aProperty({ photo: "https://example.com/house.jpg" });
    const { propertyId } = await call(createProperty, host, { requestId, ...described });
    assert.deepEqual((await properties.doc(propertyId).get()).data(), {
      ...described,
      hostId: host.uid,
      currency: "EUR",
      listed: false,
      rating: { count: 0, sum: 0 },
      createdAt: stamp(),
      updatedAt: stamp(),
    });
  });

  it("is made once a request id, also at once and with another name; another's is another", async () => {
    const [host, other] = [customer(), customer()];
    const asked = aProperty();
    const make = (fields = {}) => call(createProperty, host, { ...asked, ...fields });
    const [first, ...rest] = await Promise.all([make(), make(), make()]);
    rest.push(await make({ name: "Another" }));
    assert.deepEqual(rest, [first, first, first]);
    const theirs = await call(createProperty, other, asked);
    const made = await properties.get();
    assert.deepEqual(
      made.docs.map((property) => [property.id, property.data().name]).toSorted(),
      [first?.propertyId, theirs.propertyId].map((id) => [id, asked.name]).toSorted(),
    );
  });

  it("is where there is a time zone and a country, at terms that a stay can have", async () => {
    await onlyTakes(createProperty, customer(), aProperty(), {
      requestId: ["too-short", null],
      name: ["", " ", "two\nlines", "x".repeat(121)],
      photo: ["http://example.com/house.jpg", undefined],
      amenities: [["hot tub"], Array(41).fill("wifi"), null],
      checkInFrom: ["24:00", "9:00", "15:60"],
      checkOutUntil: ["11", 11],
      mode: ["asks", undefined],
      policy: ["none", { name: "flexible" }],
      cleaningFee: [-1, 0.5],
      taxBasisPoints: [-1, 5001, 6.5],
      city: ["Lisbon", ""],
      country: ["pt", "PRT"],
      timeZone: ["Europe/Atlantis", "+01:00", "UTC+1", "", null],
      hostId: ["somebody"],
      listed: [true],
      currency: ["USD"],
    });
    assert.equal((await properties.get()).size, 0);
    const extreme = { taxBasisPoints: 5000, cleaningFee: 0, timeZone: "Pacific/Chatham" };
    await call(createProperty, customer(), aProperty(extreme));
  });

  it("is for who has a verified address, twenty a day", async () => {
    const host = customer();
    const unverified = { ...host, token: { ...host.token, email_verified: false } };
    const make = (person = host) => call(createProperty, person, aProperty());
    await refused(make(unverified), "permission-denied", "unverified");
    await make();
    await hasCalled(host, 19);
    await make();
    await refused(make(), "resource-exhausted", "too-many-requests");
    pass(DAY);
    await make();
  });
});
