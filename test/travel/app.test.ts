import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  doc,
  getDoc,
  getDocs,
  onSnapshot,
  serverTimestamp,
  Timestamp,
  updateDoc,
} from "firebase/firestore";
import { KindlingError } from "../../client/src/index.ts";
import { type App, openApp } from "../../dev/app.ts";
import { attachmentOf, mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { payAsBrowser } from "../../dev/payer.ts";
import { fire } from "../../dev/schedules.ts";
import { inParallel } from "../../functions/src/core/inParallel.ts";
import { region } from "../../functions/src/core/settings.ts";
import * as functions from "../../functions/src/travel/index.ts";
import { changeAsServer, type Device, newDevice } from "../support/devices.ts";
import { running } from "../support/firestore.ts";
import { until } from "../support/until.ts";
import {
  bookingOf,
  dayFrom,
  pay,
  type Room,
  stayFrom,
  take,
  zoneOfNoon,
} from "./support/guests.ts";
import { aProperty, aRoomType } from "./support/house.ts";

const denied = { code: "permission-denied" };
const run = (job: string) =>
  fire(running.hosts.functions, running.project, `${region}-travel-${job}`);
const aMinuteAgo = () => Timestamp.fromMillis(Date.now() - 60_000);
const mailTo = ({ email }: Device, subject: string) =>
  waitForMail(running.inboxUrl, email, subject, 20_000);

describe("travel: an app, through the whole platform", function () {
  this.timeout(60_000);
  const city = `t-${randomUUID().slice(0, 18)}`;
  const timeZone = zoneOfNoon();
  let nobody: App;
  let host: Device;
  let guest: Device;
  let other: Device;
  let room: Room;
  /** A stay of the guest's, from one test to the next. */
  let bookingId: string;

  before(async () => {
    nobody = openApp(running);
    [host, guest, other] = (await Promise.all(["host", "guest", "other"].map(newDevice))) as [
      Device,
      Device,
      Device,
    ];
  });
  after(() => Promise.all([nobody, host, guest, other].map((device) => device?.close())));

  const leftOn = async (days: number): Promise<number | undefined> => {
    const day = dayFrom(room, days);
    const { propertyId, roomTypeId } = room;
    const { availability } = nobody.travel.documents;
    const month = await getDoc(availability(propertyId, roomTypeId, day.slice(0, 7)));
    return month.data()?.nights[Number(day.slice(8)) - 1]?.left;
  };
  const search = (days: number) =>
    nobody.travel.call.searchStays({ city, ...stayFrom(room, days), guests: 2 });

  it("lets nobody who is not signed in do anything but search", async () => {
    const call = nobody.travel.call as Record<string, (input: object) => Promise<unknown>>;
    const names = Object.entries(functions).flatMap(([name, { __endpoint }]) =>
      "callableTrigger" in __endpoint ? [name] : [],
    );
    const open: string[] = [];
    await inParallel(names, 4, async (name) => {
      await assert.rejects(call[name]?.({}) ?? assert.fail(name), (error) => {
        const { reason } = KindlingError.from(error);
        if (reason !== "signed-out") open.push(`${name}: ${reason}`);
        return true;
      });
    });
    assert.deepEqual(open, ["searchStays: invalid-input"]);
  });

  it("has a host put up a house, which nobody sees before it is listed", async () => {
    const { call, documents } = host.travel;
    const { propertyId } = await call.createProperty(aProperty({ city, timeZone }));
    const { roomTypeId } = await call.createRoomType(aRoomType(propertyId));
    room = { propertyId, roomTypeId, timeZone };
    await assert.rejects(getDoc(doc(guest.travel.documents.properties, propertyId)), denied);
    const span = { propertyId, roomTypeId, from: dayFrom(room, 20) };
    const [rates, closed] = await Promise.all([
      call.setRates({ ...span, until: dayFrom(room, 22), price: 130_00 }),
      call.setCapacity({
        ...span,
        from: dayFrom(room, 30),
        until: dayFrom(room, 31),
        closed: true,
      }),
      updateDoc(doc(documents.properties, propertyId), {
        policy: "flexible",
        updatedAt: serverTimestamp(),
      }),
    ]);
    assert.deepEqual([rates, closed], [{ days: 2 }, { days: 1 }]);
    const foreign = guest.travel.call.listProperty({ propertyId, listed: true });
    await assert.rejects(foreign, { code: "not-found", reason: "no-such-property" });
    await call.listProperty({ propertyId, listed: true });
    const [stay, ...more] = (await search(20)).stays;
    assert.deepEqual([stay?.roomTypeId, stay?.left, more], [roomTypeId, 2, []]);
    assert.equal(stay?.totals.total, 296_80);
    assert.deepEqual((await search(29)).stays, []);
    assert.equal(await leftOn(30), 0);
  });

  it("has a stay held, paid and confirmed, which its host's listener shows and a mail with a calendar file says", async () => {
    const arrivals: string[][] = [];
    const stop = onSnapshot(
      host.travel.documents.arrivals(host.uid, dayFrom(room, 20)),
      ({ docs }) => arrivals.push(docs.map(({ id }) => id)),
    );
    const taken = await take(guest, room, 20);
    bookingId = taken.bookingId;
    assert.deepEqual([taken.state, taken.totals.total, await leftOn(20)], ["held", 296_80, 1]);
    await assert.rejects(guest.travel.call.payStay({ bookingId }), { reason: "guests-needed" });
    const { guestLists, bookings } = host.travel.documents;
    await assert.rejects(getDoc(doc(guestLists, bookingId)), denied);
    const { amount } = await pay(guest, bookingId);
    assert.equal(amount, 296_80);
    const { reference } = await bookingOf(guest, bookingId);
    await until(() => arrivals.at(-1)?.includes(bookingId) ?? false);
    stop();
    assert.equal(arrivals[0]?.length, 0);
    assert.equal((await getDoc(doc(bookings, bookingId))).data()?.reference, reference);
    assert.equal((await getDoc(doc(guestLists, bookingId))).data()?.guests[0]?.name, "Ana Guest");
    await assert.rejects(getDoc(doc(other.travel.documents.bookings, bookingId)), denied);
    const mail = await mailTo(guest, `Your stay ${reference}`);
    const file = await attachmentOf(running.inboxUrl, mail, "stay.ics");
    assert.match(file, new RegExp(`UID:${bookingId}@travel`));
    await mailTo(host, "House by the River:");
  });

  it("has its dates moved once the difference is paid", async () => {
    const { call } = guest.travel;
    const dates = stayFrom(room, 21, 4);
    const { toPay, refund } = await call.quoteChange({ bookingId, ...dates });
    assert.deepEqual([toPay, refund], [180_20, 0]);
    const moved = { requestId: randomUUID(), bookingId, ...dates };
    const forged = call.changeDates({ ...moved, toPay: 1, refund });
    await assert.rejects(forged, { reason: "price-changed", details: { toPay, refund } });
    const { changeId, state } = await call.changeDates({ ...moved, toPay, refund });
    assert.deepEqual([state, await leftOn(20), await leftOn(24)], ["held", 1, 1]);
    await payAsBrowser(running, await call.payChange({ changeId }));
    await until(async () => (await bookingOf(guest, bookingId)).checkIn === dates.checkIn, 30_000);
    assert.deepEqual([await leftOn(20), await leftOn(24)], [2, 1]);
    await mailTo(guest, "Other dates");
  });

  it("reminds who comes, once", async () => {
    await changeAsServer(`bookings/${bookingId}`, { remindAt: aMinuteAgo() });
    await run("sweep");
    await run("sweep");
    await mailTo(guest, "In two days");
    assert.equal((await mailsTo(running.inboxUrl, guest.email, "In two days")).length, 1);
  });

  it("has it cancelled by a quote, and the money given back", async () => {
    const { call } = guest.travel;
    await assert.rejects(call.cancelBooking({ bookingId }), { reason: "quote-needed" });
    const { quoteId, refund } = await call.quoteCancellation({ bookingId });
    assert.equal(refund, 477_00);
    const cancelled = await call.cancelBooking({ bookingId, quoteId });
    assert.deepEqual(cancelled, { bookingId, state: "cancelled", refund });
    assert.equal(await leftOn(24), 2);
    await until(async () => (await bookingOf(guest, bookingId)).state === "refunded", 30_000);
    assert.equal((await bookingOf(guest, bookingId)).refunded, refund);
    await mailTo(guest, "A refund");
  });

  it("lets go what was not paid in time", async () => {
    const { bookingId: lapsed } = await take(guest, room, 26);
    await run("lapse");
    assert.equal((await bookingOf(guest, lapsed)).state, "held");
    await changeAsServer(`bookings/${lapsed}`, { closeAt: aMinuteAgo() });
    await run("lapse");
    assert.deepEqual([(await bookingOf(guest, lapsed)).state, await leftOn(26)], ["expired", 2]);
  });

  it("has a host asked first, who accepts, declines, and cancels what can't be kept", async () => {
    const { call, documents } = host.travel;
    const changed = { mode: "on_request", updatedAt: serverTimestamp() } as const;
    await updateDoc(doc(documents.properties, room.propertyId), changed);
    const [first, second] = await Promise.all([take(guest, room, 40), take(other, room, 40)]);
    assert.deepEqual([first.state, second.state, await leftOn(40)], ["requested", "requested", 2]);
    const asked = await getDocs(documents.requestsTo(host.uid));
    assert.deepEqual(
      asked.docs.map(({ id }) => id).sort(),
      [first.bookingId, second.bookingId].sort(),
    );
    const own = guest.travel.call.acceptStay({ bookingId: first.bookingId });
    await assert.rejects(own, { code: "not-found", reason: "no-such-booking" });
    const [accepted, declined] = await Promise.all([
      call.acceptStay({ bookingId: first.bookingId }),
      call.declineStay({ bookingId: second.bookingId, reason: "We are away." }),
    ]);
    assert.deepEqual([accepted.state, declined.state, await leftOn(40)], ["held", "declined", 1]);
    await mailTo(guest, "can have you");
    assert.match((await mailTo(other, "can't have you")).text, /We are away\./);
    await pay(guest, first.bookingId);
    const reason = "The roof leaks.";
    const { refund } = await call.cancelAsHost({ bookingId: first.bookingId, reason });
    assert.equal(refund, first.totals.total);
    const { reference } = await bookingOf(guest, first.bookingId);
    assert.match((await mailTo(guest, `${reference} is cancelled`)).text, /The roof leaks\./);
  });

  it("has a stay begin, end and be reviewed by who was there, and tells who did not come", async () => {
    const { call, documents } = host.travel;
    const changed = { mode: "instant", updatedAt: serverTimestamp() } as const;
    await updateDoc(doc(documents.properties, room.propertyId), changed);
    const [stay, missed] = await Promise.all([take(guest, room, 0), take(other, room, 0)]);
    await Promise.all([pay(guest, stay.bookingId), pay(other, missed.bookingId)]);
    const review = {
      bookingId: stay.bookingId,
      ...{ rating: 4, title: "Quiet", text: "", author: "Ana" },
    };
    const early = guest.travel.call.reviewStay(review);
    await assert.rejects(early, { reason: "not-completed", details: { state: "confirmed" } });
    const tonight = call.markNoShow({ bookingId: missed.bookingId });
    await assert.rejects(tonight, { reason: "too-early" });
    assert.equal((await call.checkIn({ bookingId: stay.bookingId })).state, "checked_in");

    const past = stayFrom(room, -2);
    await changeAsServer(`bookings/${stay.bookingId}`, past);
    await changeAsServer(`bookings/${missed.bookingId}`, stayFrom(room, -1));
    const [over, nobodyCame] = await Promise.all([
      call.completeStay({ bookingId: stay.bookingId }),
      call.markNoShow({ bookingId: missed.bookingId }),
    ]);
    assert.deepEqual([over.state, nobodyCame.state], ["completed", "no_show"]);
    await guest.travel.call.reviewStay(review);
    const property = doc(nobody.travel.documents.properties, room.propertyId);
    assert.deepEqual((await getDoc(property)).data()?.rating, { count: 1, sum: 4 });
    const said = await getDocs(nobody.travel.documents.stayReviewsOf(room.propertyId));
    assert.equal(said.docs[0]?.data().title, "Quiet");
    const { propertyId } = room;
    await guest.travel.call.withdrawReview({ propertyId, bookingId: stay.bookingId });
    assert.deepEqual((await getDoc(property)).data()?.rating, { count: 0, sum: 0 });
  });
});
