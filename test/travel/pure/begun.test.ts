import assert from "node:assert/strict";
import { refuseBegun } from "../../../functions/src/travel/booking/begun.ts";
import { refused } from "../../support/call.ts";
import { aBooking, at } from "../support/pureBookings.ts";

const stay = { checkIn: "2027-06-15", checkOut: "2027-06-17" };

describe("travel: a stay that has begun", () => {
  const look = (moment: string, fields: Parameters<typeof aBooking>[1] = {}) =>
    at(moment, () => refuseBegun(aBooking(stay, { timeZone: "Europe/Lisbon", ...fields })));

  it("has not on the day of check-in, by the clocks of the property", () => {
    assert.equal(look("2027-06-01T12:00:00Z"), undefined);
    assert.equal(look("2027-06-15T22:59:59Z"), undefined);
  });

  it("can't be cancelled from the day after on, whether or not they were checked in", async () => {
    const late = async () => look("2027-06-15T23:00:00Z");
    const { checkIn } = await refused(late(), "failed-precondition", "stay-begun");
    assert.equal(checkIn, "2027-06-15");
    await assert.rejects(late(), { message: "The stay has begun: talk to your host." });
  });

  it("is another matter where it is not confirmed", () => {
    assert.equal(look("2027-06-20T12:00:00Z", { state: "held" }), undefined);
  });
});
