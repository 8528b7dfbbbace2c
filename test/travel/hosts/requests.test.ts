import assert from "node:assert/strict";
import { DAY, HOUR, now } from "../../../functions/src/core/clock.ts";
import { acceptStay } from "../../../functions/src/travel/acceptStay.ts";
import { mailAbout } from "../../../functions/src/travel/booking/tell.ts";
import { declineStay } from "../../../functions/src/travel/declineStay.ts";
import { sweepBookings } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { call, type Person, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { dawnOf, jumpsBy, newsTo, outcomesOf } from "../support/hosts.ts";
import {
  bookedOn,
  bookingOf,
  dayFrom,
  type House,
  leftOf,
  monthOf,
  open,
  openHouse,
  orderManager,
  pay,
  stayFrom,
  take,
} from "../support/house.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: what a host is asked", () => {
  const { pass } = useStillClock();
  const jumpTo = jumpsBy(pass);
  useProvider();

  const askedHouse = (roomType = {}) => openHouse({ mode: "on_request" }, roomType);
  const accept = (bookingId: string, { host }: Pick<House, "host">) =>
    call(acceptStay, host, { bookingId });
  const decline = (bookingId: string, { host }: Pick<House, "host">, reason = "") =>
    call(declineStay, host, { bookingId, reason });
  const holdsOf = async (house: House, date: string) =>
    Object.keys((await monthOf(house, date.slice(0, 7))).holds);

  it("holds nothing; accepted, it is held for a day and paid for, and more than one yes is one", async () => {
    const house = await askedHouse();
    const stay = stayFrom(house, 10);
    const { bookingId, person, state } = await take(house, stay);
    assert.deepEqual([state, await leftOf(house, stay.checkIn)], ["requested", 2]);
    await refused(open(bookingId, person), "failed-precondition", "wrong-state");
    pass(DAY - 1);
    const closeAt = new Date(now().getTime() + DAY).toISOString();
    const answer = { bookingId, state: "held" as const, closeAt };
    assert.deepEqual(await accept(bookingId, house), answer);
    pass(HOUR);
    assert.deepEqual(await accept(bookingId, house), answer);
    assert.equal(await leftOf(house, stay.checkIn), 1);
    assert.deepEqual(await newsTo(house.host), ["stay-requested"]);
    assert.deepEqual(await newsTo(person), ["stay-accepted"]);

    pass(DAY - HOUR - 1);
    await pay(bookingId, person);
    assert.equal(await bookedOn(house, stay.checkIn), 1);
    assert.deepEqual(await accept(bookingId, house), {
      bookingId,
      state: "confirmed",
      closeAt: null,
    });
    await refused(decline(bookingId, house), "failed-precondition", "wrong-state");
    assert.deepEqual(
      (await bookingOf(bookingId)).timeline.map(({ event }) => event),
      ["requested", "accepted", "confirmed"],
    );
  });

  it("and has said yes to is somebody else's a day later, unless it is paid", async () => {
    const house = await askedHouse({ capacity: 1 });
    const stay = stayFrom(house, 10);
    const [late, other] = [await take(house, stay), await take(house, stay)];
    await accept(late.bookingId, house);
    await open(late.bookingId, late.person);
    pass(DAY - 1);
    await refused(accept(other.bookingId, house), "failed-precondition", "sold-out");
    pass(1);
    await refused(
      call(payStay, late.person, { bookingId: late.bookingId }),
      "failed-precondition",
      "hold-expired",
    );
    assert.equal((await take(house, stay)).state, "requested");
    await sweepBookings(now(), 10);
    assert.equal((await bookingOf(late.bookingId)).state, "expired");
  });

  it("may be answered for a day: until its last moment, and not after", async () => {
    const house = await askedHouse();
    const stay = stayFrom(house, 10);
    const [one, other] = [await take(house, stay), await take(house, stay)];
    pass(DAY - 1);
    await accept(one.bookingId, house);
    pass(1);
    const late = () => accept(other.bookingId, house);
    await refusedWhole(late, "failed-precondition", "request-expired");
    await sweepBookings(now(), 10);
    await refused(late(), "failed-precondition", "wrong-state");
  });

  it("is not had by who can't come any more: the day of check-in is over", async () => {
    const house = await askedHouse();
    jumpTo(new Date(dawnOf(dayFrom(house, 1), house).getTime() - HOUR));
    const { bookingId } = await take(house, stayFrom(house, 0));
    const other = await take(house, stayFrom(house, 0));
    pass(HOUR - 1);
    await accept(bookingId, house);
    pass(1);
    await refused(accept(other.bookingId, house), "failed-precondition", "in-the-past");
    assert.equal((await decline(other.bookingId, house)).state, "declined");
  });

  it("of several who want one room has one, whoever says yes to the others at once", async () => {
    const house = await askedHouse({ capacity: 1 });
    const stay = stayFrom(house, 10);
    const manager = await orderManager();
    const asked = await Promise.all([1, 2, 3, 4].map(() => take(house, stay)));
    const devices: Person[] = [house.host, manager, house.host, manager];
    const outcomes = await outcomesOf(
      asked.map(({ bookingId }, index) => call(acceptStay, devices[index], { bookingId })),
    );
    assert.deepEqual(outcomes.toSorted(), ["done", "sold-out", "sold-out", "sold-out"]);
    const winner = asked[outcomes.indexOf("done")];
    assert.deepEqual(await holdsOf(house, stay.checkIn), [winner?.bookingId]);
    const states = asked.map(async ({ bookingId }) => (await bookingOf(bookingId)).state);
    assert.deepEqual((await Promise.all(states)).toSorted(), [
      "held",
      ...Array(3).fill("requested"),
    ]);
  });

  it("is accepted by one of two devices just before the other says yes to another: one has the room", async () => {
    const house = await askedHouse({ capacity: 1 });
    const [one, other] = [
      await take(house, stayFrom(house, 10)),
      await take(house, stayFrom(house, 11)),
    ];
    const first = () => accept(one.bookingId, house);
    const attempt = beforeCommit(first, () => accept(other.bookingId, house));
    const { date, left } = await refused(attempt, "failed-precondition", "sold-out");
    assert.deepEqual([date, left], [dayFrom(house, 11), 0]);
    assert.deepEqual(await holdsOf(house, dayFrom(house, 11)), [one.bookingId]);
    assert.deepEqual(await newsTo(other.person), []);
  });

  it("is answered once by two devices: yes twice is one, and yes and no are the first", async () => {
    const house = await askedHouse();
    const asked = await Promise.all([1, 2, 3].map(() => take(house, stayFrom(house, 10))));
    const [one, two, three] = asked.map(({ bookingId }) => bookingId) as [string, string, string];
    const answers = await Promise.all([accept(one, house), accept(one, house)]);
    assert.deepEqual(answers[0], answers[1]);
    await refused(
      beforeCommit(
        () => decline(two, house),
        () => accept(two, house),
      ),
      "failed-precondition",
      "wrong-state",
    );
    await refused(
      beforeCommit(
        () => accept(three, house),
        () => decline(three, house),
      ),
      "failed-precondition",
      "wrong-state",
    );
    assert.deepEqual(await Promise.all(asked.map(({ person }) => newsTo(person))), [
      ["stay-accepted"],
      ["stay-declined"],
      ["stay-accepted"],
    ]);
    assert.deepEqual(
      (await holdsOf(house, dayFrom(house, 10))).toSorted(),
      [one, three].toSorted(),
    );
  });

  it("may be gone or closed by then: it stays a request", async () => {
    const house = await askedHouse({ capacity: 1 });
    const { host, propertyId, roomTypeId } = house;
    const stay = stayFrom(house, 10);
    const { bookingId } = await take(house, stay);
    const close = (closed: boolean) =>
      call(setCapacity, host, {
        propertyId,
        roomTypeId,
        from: stay.checkIn,
        until: stay.checkOut,
        closed,
      });
    await close(true);
    await refusedWhole(() => accept(bookingId, house), "failed-precondition", "closed");
    await close(false);
    assert.equal((await accept(bookingId, house)).state, "held");
  });

  it("is declined with a word to who asked, and the same again; it can't be accepted then", async () => {
    const house = await askedHouse();
    const { bookingId, person } = await take(house, stayFrom(house, 10));
    const answer = { bookingId, state: "declined" as const };
    assert.deepEqual(await decline(bookingId, house, "The roof leaks."), answer);
    assert.deepEqual(await decline(bookingId, house, "Another word."), answer);
    const { closeAt, timeline } = await bookingOf(bookingId);
    assert.deepEqual([closeAt, timeline.length], [undefined, 2]);
    const mail = (
      await mailAbout("stay-declined", bookingId, person.token.email ?? "").get()
    ).data();
    assert.match(mail?.message.text ?? "", /The roof leaks\./);
    const { possible } = await refused(
      accept(bookingId, house),
      "failed-precondition",
      "wrong-state",
    );
    assert.deepEqual(possible, []);
  });
});
