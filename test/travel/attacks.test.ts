import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  collection,
  collectionGroup,
  type DocumentData,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { counterOf } from "../../functions/src/core/limits.ts";
import { cancelAsHost } from "../../functions/src/travel/cancelAsHost.ts";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../functions/src/travel/checkIn.ts";
import { HELD_FOR, HOLD_LIMIT, holdStay } from "../../functions/src/travel/holdStay.ts";
import { nameGuests } from "../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../functions/src/travel/payStay.ts";
import { quoteCancellation } from "../../functions/src/travel/quoteCancellation.ts";
import { quoteStay } from "../../functions/src/travel/quoteStay.ts";
import { reviewStay } from "../../functions/src/travel/reviewStay.ts";
import { stayReviewsOf } from "../../functions/src/travel/schema.ts";
import { withdrawReview } from "../../functions/src/travel/withdrawReview.ts";
import { play } from "../support/attacks.ts";
import { type Person as Caller, call, callWith, customer, refused } from "../support/call.ts";
import { useProvider } from "../support/payments.ts";
import { guarded, type Person } from "../support/rules.ts";
import { past } from "../support/rulesShape.ts";
import { useStillClock } from "../support/time.ts";
import { allDenied, refusedWhole, untouched } from "../support/untouched.ts";
import { attacks } from "./attacks.ts";
import { book, bookedOn, dayFrom, openHouse, quote, stayFrom, take } from "./support/house.ts";
import { inputsFor, NOWHERE } from "./support/inputs.ts";
import { putOver, say } from "./support/past.ts";
import {
  aStay,
  availability,
  booking,
  guestList,
  host,
  inventory,
  property,
  quote as quoted,
  review,
  roomType,
  traveller,
} from "./support/rulesDocuments.ts";

const badInput = ["invalid-argument", "invalid-input"] as const;
const noBooking = ["not-found", "no-such-booking"] as const;

const stay = aStay("stay");
const stranger = "order-manager" satisfies Person;
const visitor = "unverified" satisfies Person;
const month = "properties/stay/roomTypes/double/availability/2027-05";

/** Each answers with something of its own. */
const ask = callWith<Promise<unknown>>;

describe("travel: an attacker", () => {
  const { pass } = useStillClock();
  useProvider();
  const hidden = { listed: false };
  const { project, as } = guarded("travel-attacks", {
    "properties/stay": property(stay),
    "properties/stay/roomTypes/double": roomType(stay),
    [month]: availability(stay),
    "inventory/stay_double_2027-05": inventory(stay),
    "properties/stay/stayReviews/stay": review(stay),
    "properties/hidden": property(stay, hidden),
    "properties/hidden/roomTypes/double": roomType(stay, hidden),
    "properties/hidden/roomTypes/double/availability/2027-05": availability(stay, hidden),
    "quotes/stay": quoted(stay),
    "bookings/stay": booking(stay),
    "guestLists/stay": guestList(stay, null),
  });
  const denied = (attempts: Record<string, () => Promise<unknown>>) => allDenied(project, attempts);
  const changes = (person: Person, path: string, fields: DocumentData) => () =>
    updateDoc(doc(as(person), path), fields);
  const hosts = (fields: DocumentData, person: Person = host) =>
    changes(person, "properties/stay", { ...fields, updatedAt: serverTimestamp() });

  play(attacks, {
    "a price of their own for a stay": async () => {
      const [house, person] = [await openHouse(), customer()];
      const { propertyId, roomTypeId } = house;
      const wanted = { propertyId, roomTypeId, guests: 1, ...stayFrom(house, 5) };
      await untouched(async () => {
        for (const more of [{ price: 1 }, { totals: { total: 1 } }, { policy: "flexible" }]) {
          await refused(ask(quoteStay, person, { ...wanted, ...more }), ...badInput);
        }
      });
      const { quoteId } = await quote(house, person, stayFrom(house, 5));
      const request = { requestId: randomUUID(), quoteId };
      await untouched(async () => {
        for (const more of [{ totals: { total: 1 } }, { amount: 1 }, { uid: "another" }]) {
          await refused(ask(holdStay, person, { ...request, ...more }), ...badInput);
        }
      });
      const { bookingId } = await call(holdStay, person, request);
      await refusedWhole(() => ask(payStay, person, { bookingId, amount: 1 }), ...badInput);
      await denied({
        "in a quote": changes(traveller, "quotes/stay", { "totals.total": 1 }),
        "in a quote that is good for ever": changes(traveller, "quotes/stay", { expiresAt: past }),
        "in a quote of their own": () => setDoc(doc(as(traveller), "quotes/new"), quoted(stay)),
      });
    },

    "fewer than no nights": async () => {
      const [house, person] = [await openHouse(), customer()];
      const { propertyId, roomTypeId } = house;
      const good = { propertyId, roomTypeId, guests: 1, rooms: 1, ...stayFrom(house, 5) };
      const wrongs = [
        { checkOut: dayFrom(house, 4) },
        { checkOut: good.checkIn },
        { checkOut: dayFrom(house, 5_000) },
        { checkIn: "2027-02-30" },
        { checkIn: 20270201 },
        ...[-1, 0, 0.5, 1e9, "2", [1], Number.NaN].flatMap((n) => [{ rooms: n }, { guests: n }]),
      ];
      await untouched(async () => {
        for (const wrong of wrongs) {
          await refused(ask(quoteStay, person, { ...good, ...wrong }), ...badInput);
        }
      });
      const before = { checkIn: dayFrom(house, -2), checkOut: dayFrom(house, 1) };
      const attempt = () => call(quoteStay, person, { ...good, ...before });
      await refusedWhole(attempt, "failed-precondition", "in-the-past");
    },

    "another's quote": async () => {
      const [house, person, thief] = [await openHouse(), customer(), customer()];
      const { quoteId } = await quote(house, person, stayFrom(house, 5));
      const told = [];
      for (const id of [quoteId, "no-such-quote"]) {
        const hold = () => call(holdStay, thief, { requestId: randomUUID(), quoteId: id });
        told.push(await refusedWhole(hold, "not-found", "no-such-quote"));
      }
      assert.deepEqual(told[0], told[1]);
      await denied({
        "by its id": () => getDoc(doc(as(stranger), "quotes/stay")),
        "by its id, as its host": () => getDoc(doc(as(host), "quotes/stay")),
        "in a list": () => getDocs(query(collection(as(stranger), "quotes"), limit(1))),
      });
    },

    "another's booking": async () => {
      const [house, other] = [await openHouse(), await openHouse()];
      const { bookingId } = await take(house, stayFrom(house, 5));
      const inputs = inputsFor({ ...NOWHERE, bookingId });
      const callables = { cancelBooking, payStay, nameGuests, quoteCancellation, changeDates };
      const hostsOnes = { cancelAsHost, checkIn };
      await untouched(async () => {
        for (const person of [customer(), other.host]) {
          for (const [name, callable] of Object.entries({ ...callables, ...hostsOnes })) {
            const input = inputs[name as keyof typeof inputs];
            const told = [];
            for (const id of [bookingId, NOWHERE.bookingId]) {
              const attempt = ask(callable, person, { ...input, bookingId: id });
              told.push(await refused(attempt, ...noBooking));
            }
            assert.deepEqual(told[0], told[1], name);
          }
        }
      });
      const bookings = collection(as(visitor), "bookings");
      await denied({
        "by its id": () => getDoc(doc(as(visitor), "bookings/stay")),
        "by an id that is none": () => getDoc(doc(as(visitor), "bookings/none")),
        "by its traveller": () => getDocs(query(bookings, where("uid", "==", traveller), limit(1))),
        "by its host": () => getDocs(query(bookings, where("hostId", "==", host), limit(1))),
        "among all": () => getDocs(query(bookings, limit(50))),
        "by its reference": () => getDoc(doc(as(visitor), "references/7F3Q9X")),
        "wherever it is": () => getDocs(query(collectionGroup(as(visitor), "bookings"), limit(1))),
      });
    },

    "who comes to another's house": () =>
      denied({
        "before it is confirmed": () => getDoc(doc(as(host), "guestLists/stay")),
        "as a stranger": () => getDoc(doc(as(visitor), "guestLists/stay")),
        "as staff": () => getDoc(doc(as("admin"), "guestLists/stay")),
        "by a list": () =>
          getDocs(query(collection(as(host), "guestLists"), where("hostId", "==", host), limit(1))),
        "by confirming it": changes(host, "guestLists/stay", { hostId: host }),
      }),

    "a booking written by hand": () =>
      denied({
        "as new": () => setDoc(doc(as(traveller), "bookings/new"), booking(aStay("new"))),
        "for less": changes(traveller, "bookings/stay", { "totals.total": 1 }),
        "as given back": changes(traveller, "bookings/stay", { refundAtMost: 100, paid: 1 }),
        "as paid, by its host": changes(host, "bookings/stay", { state: "completed" }),
        "as cancelled, by staff": changes("order-manager", "bookings/stay", { state: "cancelled" }),
        "as gone": () => deleteDoc(doc(as(traveller), "bookings/stay")),
        "as changed": () =>
          setDoc(doc(as(traveller), "bookingChanges/new"), { uid: traveller, toPay: 0 }),
      }),

    "rooms that are not there": () =>
      denied({
        "by what is counted": changes(host, "inventory/stay_double_2027-05", { holds: {} }),
        "by what is shown": changes(host, month, { stays: ["01+9"] }),
        "by what is shown for less": changes(traveller, month, { priceFrom: 1 }),
        "by a month of their own": () =>
          setDoc(doc(as(host), "inventory/stay_double_2027-06"), inventory(stay)),
        "by none": () => deleteDoc(doc(as(host), "inventory/stay_double_2027-05")),
        "by seeing who else is there": () =>
          getDoc(doc(as(traveller), "inventory/stay_double_2027-05")),
      }),

    "every room, held for nobody": async () => {
      const [house, person] = [await openHouse({}, { capacity: 9 }), customer()];
      const wanted = stayFrom(house, 5);
      await take(house, wanted, person);
      await counterOf("travel.holds", person.uid).update({ calls: HOLD_LIMIT.calls });
      const { quoteId } = await quote(house, person, { ...wanted, rooms: 8 });
      const hold =
        (by: Caller, id = quoteId) =>
        () =>
          call(holdStay, by, { requestId: randomUUID(), quoteId: id });
      await refusedWhole(hold(person), "resource-exhausted", "too-many-requests");
      const other = customer();
      const rest = await quote(house, other, { ...wanted, rooms: 8 });
      await hold(other, rest.quoteId)();
      // Nine are held. Nobody pays, no job runs, and they can be had again.
      pass(HELD_FOR);
      await take(house, { ...wanted, rooms: 9 });
    },

    "a request id once more, for another stay": async () => {
      const [house, person] = [await openHouse(), customer()];
      const requestId = randomUUID();
      const first = await quote(house, person, stayFrom(house, 5));
      const other = await quote(house, person, stayFrom(house, 9, 20));
      await call(holdStay, person, { requestId, quoteId: first.quoteId });
      const again = () => call(holdStay, person, { requestId, quoteId: other.quoteId });
      await refusedWhole(again, "already-exists", "request-id-reused");
      assert.equal(await bookedOn(house, dayFrom(house, 9)), 0);
    },

    "their own house": async () => {
      const house = await openHouse();
      const attempt = () => quote(house, house.host, stayFrom(house, 5));
      await refusedWhole(attempt, "failed-precondition", "own-property");
    },

    "stars for a stay that was none": async () => {
      const house = await openHouse();
      const { bookingId, person } = await book(house, stayFrom(house, 5));
      const said = { bookingId, rating: 1, title: "", text: "Awful.", author: "Ana" };
      const early = () => call(reviewStay, person, said);
      await refusedWhole(early, "failed-precondition", "not-completed");
      await putOver(bookingId);
      await untouched(async () => {
        for (const by of [customer(), house.host]) {
          await refused(call(reviewStay, by, said), ...noBooking);
        }
        for (const rating of [0, 6, -5, 4.5, "5"]) {
          await refused(ask(reviewStay, person, { ...said, rating }), ...badInput);
        }
      });
      await denied({
        "by a write": () =>
          setDoc(doc(as(traveller), "properties/stay/stayReviews/new"), review(stay)),
        "by its host": changes(host, "properties/stay/stayReviews/stay", { rating: 5 }),
      });
    },

    "another's review": async () => {
      const house = await openHouse();
      const { bookingId, person } = await take(house, stayFrom(house, 5));
      await putOver(bookingId);
      await say(bookingId, person, 1);
      const { propertyId } = house;
      for (const by of [house.host, customer()]) {
        const attempt = () => call(withdrawReview, by, { propertyId, bookingId });
        await refusedWhole(attempt, "not-found", "no-such-review");
      }
      assert.equal((await stayReviewsOf(propertyId).get()).size, 1);
      await denied({
        "by a write": () => deleteDoc(doc(as(host), "properties/stay/stayReviews/stay")),
      });
    },

    "a house that is better than it is": () =>
      denied({
        "by stars": hosts({ rating: { count: 1_000, sum: 5_000 } }),
        "by a star": hosts({ "rating.sum": 10 }),
        "by another city": hosts({ city: "paris" }),
        "by another zone": hosts({ timeZone: "Asia/Tokyo" }),
        "by another host": hosts({ hostId: traveller }),
        "by being listed": changes(host, "properties/hidden", {
          listed: true,
          updatedAt: serverTimestamp(),
        }),
        "by a badge": hosts({ verified: true }),
        "by an age": hosts({ createdAt: new Date(0) }),
        "by a price below nothing": hosts({ cleaningFee: -1 }),
        "by a price of no number": hosts({ cleaningFee: Number.NaN }),
        "by a picture that runs": hosts({ photo: "javascript:alert(1)" }),
        "by a name without an end": hosts({ name: "x".repeat(100_000) }),
        "by a name of two lines": hosts({ name: "House\r\nBcc: victim@example.com" }),
        "by a house without the function": () =>
          setDoc(doc(as(host), "properties/new"), property(stay)),
      }),

    "another's house": () => {
      const taken = { hostId: stranger, updatedAt: serverTimestamp() };
      return denied({
        "by its name": hosts({ name: "Mine" }, stranger),
        "by becoming its host": changes(stranger, "properties/stay", taken),
        "by its terms": hosts({ policy: "strict" }, traveller),
        "by staff": hosts({ name: "Mine" }, "admin"),
        "by a room": changes(stranger, "properties/stay/roomTypes/double", {
          price: 100,
          updatedAt: serverTimestamp(),
        }),
        "without it": () => deleteDoc(doc(as(stranger), "properties/stay")),
      });
    },

    "a house that is not listed": () => {
      const db = as(traveller);
      const [rooms, hiddenHouse] = ["properties/hidden/roomTypes", "properties/hidden"];
      return denied({
        "by its id": () => getDoc(doc(db, hiddenHouse)),
        "by a room": () => getDoc(doc(db, `${rooms}/double`)),
        "by its calendar": () => getDoc(doc(db, `${rooms}/double/availability/2027-05`)),
        "by its rooms": () => getDocs(query(collection(db, rooms), limit(1))),
        "among all": () => getDocs(query(collection(db, "properties"), limit(50))),
        "by its host": () =>
          getDocs(query(collection(db, "properties"), where("hostId", "==", host), limit(1))),
        "by calendars of everywhere": () =>
          getDocs(
            query(collectionGroup(db, "availability"), where("city", "==", "lisbon"), limit(1)),
          ),
      });
    },

    "more money back": async () => {
      const house = await openHouse({}, { capacity: 9 });
      const { bookingId, person } = await book(house, stayFrom(house, 40));
      const other = await book(house, stayFrom(house, 60), person);
      const elsewhere = await call(quoteCancellation, person, { bookingId: other.bookingId });
      const cancel = (input: object) => () => ask(cancelBooking, person, { bookingId, ...input });
      const earlier = await call(quoteCancellation, person, { bookingId });
      const { quoteId, refund } = await call(quoteCancellation, person, { bookingId });
      await refusedWhole(cancel({}), "failed-precondition", "quote-needed");
      for (const wrong of [elsewhere.quoteId, earlier.quoteId, ""]) {
        const attempt = cancel({ quoteId: wrong });
        await refusedWhole(attempt, "failed-precondition", "quote-superseded");
      }
      await refusedWhole(cancel({ quoteId, refund: 1_000_000 }), ...badInput);
      const answers = [await cancel({ quoteId })(), await cancel({ quoteId })()];
      assert.deepEqual(answers[0], answers[1]);
      assert.equal((answers[0] as { refund: number }).refund, refund);
    },
  });
});
