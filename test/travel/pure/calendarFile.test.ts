import assert from "node:assert/strict";
import fc from "fast-check";
import { line } from "../../../functions/src/core/schema.ts";
import { calendarFile } from "../../../functions/src/travel/booking/calendarFile.ts";
import type { Booking } from "../../../functions/src/travel/booking/schema.ts";
import { happened } from "../../../functions/src/travel/booking/timeline.ts";
import { parseCalendar, propertyOf, textOf } from "../../support/icalendar.ts";
import { onServerIn } from "../../support/zones.ts";
import { aBooking } from "../support/pureBookings.ts";

const stay = { checkIn: "2027-06-15", checkOut: "2027-06-17" };

async function fileOf(booking: Booking, id = "b1") {
  const file = await calendarFile(id, booking);
  const calendar = parseCalendar(file.content);
  const [event, ...more] = calendar.parts;
  assert.deepEqual([event?.name, event?.parts, more], ["VEVENT", [], []]);
  return { file, calendar, event: event ?? assert.fail() };
}

const propertyIn = async (booking: Booking, name: string, id?: string) => {
  const { calendar, event } = await fileOf(booking, id);
  return (propertyOf(event, name) ?? propertyOf(calendar, name))?.value;
};

/** As it is once something more has happened to it. */
const later = (booking: Booking, ...fields: Partial<Booking>[]): Booking => ({
  ...Object.assign({}, booking, ...fields),
  timeline: happened(booking, "changed"),
});

describe("travel: a stay as a file for calendars", () => {
  it("says what, where and when, and is a file of that kind", async () => {
    const { file, calendar, event } = await fileOf(aBooking(stay));
    assert.equal(file.filename, "stay.ics");
    assert.equal(file.contentType, "text/calendar; charset=utf-8; method=PUBLISH");
    assert.equal(propertyOf(calendar, "VERSION")?.value, "2.0");
    assert.equal(propertyOf(calendar, "METHOD")?.value, "PUBLISH");
    assert.ok(propertyOf(calendar, "PRODID"));
    assert.equal(textOf(event, "SUMMARY"), "House by the River, Double room");
    assert.equal(textOf(event, "LOCATION"), "Rua da Fonte 12");
    assert.match(textOf(event, "DESCRIPTION") ?? "", /: 0K7F2M$/);
    assert.equal(propertyOf(event, "STATUS")?.value, "CONFIRMED");
  });

  it("is from check-in to check-out by the clocks of the property, wherever the server is", async () => {
    const times = async (timeZone: string, checkIn: string, checkOut: string) => {
      const { event } = await fileOf(aBooking({ checkIn, checkOut }, { timeZone }));
      return ["DTSTART", "DTEND"].map((name) => {
        const { parameters, value } = propertyOf(event, name) ?? assert.fail(name);
        return `${parameters}${value}`;
      });
    };
    for (const server of ["UTC", "Europe/Berlin", "America/New_York"]) {
      const [berlin, lordHowe, newYork] = await onServerIn(server, () =>
        Promise.all([
          times("Europe/Berlin", "2027-03-27", "2027-03-28"),
          times("Australia/Lord_Howe", "2027-10-02", "2027-10-03"),
          times("America/New_York", "2026-12-31", "2027-01-01"),
        ]),
      );
      assert.deepEqual(berlin, ["20270327T140000Z", "20270328T090000Z"], server);
      assert.deepEqual(lordHowe, ["20271002T043000Z", "20271003T000000Z"], server);
      assert.deepEqual(newYork, ["20261231T200000Z", "20270101T160000Z"], server);
    }
  });

  it("is known again as the same stay, and as a newer word of it, whatever has happened", async () => {
    const booked = aBooking(stay);
    const moved = later(booked, aBooking({ checkIn: "2027-07-01", checkOut: "2027-07-04" }));
    const cancelled = later(moved, { state: "cancelled" });
    const all = [booked, moved, cancelled];
    const uids = await Promise.all(all.map((one) => propertyIn(one, "UID")));
    assert.deepEqual(new Set(uids), new Set([uids[0]]));
    assert.notEqual(await propertyIn(booked, "UID", "b2"), uids[0]);
    const sequence = await Promise.all(
      all.map(async (one) => Number(await propertyIn(one, "SEQUENCE"))),
    );
    assert.ok(sequence[0]! < sequence[1]! && sequence[1]! < sequence[2]!, sequence.join());
    assert.equal(await propertyIn(moved, "DTSTART"), "20270701T140000Z");
  });

  it("takes the stay out of the calendar again once it is cancelled", async () => {
    const { file, calendar, event } = await fileOf(aBooking(stay, { state: "cancelled" }));
    assert.equal(file.contentType, "text/calendar; charset=utf-8; method=CANCEL");
    assert.equal(propertyOf(calendar, "METHOD")?.value, "CANCEL");
    assert.equal(propertyOf(event, "STATUS")?.value, "CANCELLED");
  });

  it("keeps names and addresses as they are, whatever they hold", async () => {
    const parts = fc.oneof(
      fc.constantFrom(..."\\,;:\"'", "\\n", "👨‍👩‍👧‍👦", "\u2028", "é", "漢", "  ", "END:VEVENT"),
      fc.string({ unit: "grapheme", maxLength: 30 }),
    );
    const words = fc.array(parts, { minLength: 1, maxLength: 8 }).map((some) => some.join(""));
    const name = words.filter((some) => line(120).safeParse(some).success);
    await fc.assert(
      fc.asyncProperty(name, name, name, async (propertyName, roomName, address) => {
        const { event } = await fileOf(aBooking(stay, { propertyName, roomName, address }));
        assert.equal(textOf(event, "SUMMARY"), `${propertyName}, ${roomName}`);
        assert.equal(textOf(event, "LOCATION"), address);
      }),
      { numRuns: 150, seed: 20261129 },
    );
  });

  it("takes no name for a line of its own", async () => {
    const smuggled =
      "House\r\nEND:VEVENT\r\nBEGIN:VEVENT\nATTENDEE:mailto:eve@example.com\rX-EVIL:1";
    assert.ok(!line(120).safeParse(smuggled).success);
    const hostile = { propertyName: smuggled, roomName: smuggled, address: smuggled };
    const { event } = await fileOf(aBooking(stay, hostile));
    const meant = smuggled.replace(/\r\n?/g, "\n");
    assert.equal(textOf(event, "SUMMARY"), `${meant}, ${meant}`);
    assert.equal(textOf(event, "LOCATION"), meant);
    for (const name of ["ATTENDEE", "X-EVIL"]) assert.equal(propertyOf(event, name), undefined);
  });
});
