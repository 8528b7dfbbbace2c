import assert from "node:assert/strict";
import { audit } from "../../functions/src/core/audit.ts";
import { payments } from "../../functions/src/core/payments/schema.ts";
import { personalDataHolders } from "../../functions/src/core/personalData.ts";
import {
  Booking,
  bookingChanges,
  cancellationQuotes,
} from "../../functions/src/travel/booking/schema.ts";
import { personalData as travel } from "../../functions/src/travel/personalData.ts";
import { properties } from "../../functions/src/travel/schema.ts";
import { documentsHolding, everyDocument } from "../support/everything.ts";
import { firestore } from "../support/firestore.ts";
import { book, bookingOf, stayFrom } from "./support/house.ts";
import {
  dyingAtStep,
  eraseAll,
  type Leaver,
  leave,
  leaver,
  namesOf,
  sendAll,
  useLeaving,
} from "./support/leaving.ts";
import { busyBefore, type Past, putOver, sayWhoComes } from "./support/past.ts";

const ratingOf = async ({ other }: Past) =>
  (await properties.doc(other.propertyId).get()).data()?.rating;

describe("travel: what it keeps about people", function () {
  this.timeout(30_000);
  useLeaving();

  /** How it is in the end, whatever happened on the way. */
  async function assertGone(person: Leaver, of: Past): Promise<void> {
    const { alias } = person.leaving;
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
    const [stayed, calledOff, hosted] = await Promise.all(
      [of.stayed, of.calledOff, of.hosted].map(bookingOf),
    );
    assert.ok(stayed && calledOff && hosted);
    for (const one of [stayed, calledOff, hosted]) Booking.parse(one);
    assert.deepEqual(
      [stayed.uid, stayed.hostId, stayed.state, stayed.fingerprint],
      [alias, of.other.host.uid, "completed", ""],
    );
    assert.deepEqual([calledOff.uid, calledOff.state], [alias, "cancelled"]);
    assert.deepEqual([hosted.uid, hosted.hostId], [of.guest.uid, alias]);
    const [change] = (await bookingChanges.where("bookingId", "==", of.stayed).get()).docs;
    assert.deepEqual([change?.data().uid, change?.data().fingerprint], [alias, ""]);
    assert.deepEqual(await ratingOf(of), { count: 1, sum: 5 });
    assert.equal((await cancellationQuotes.doc(of.calledOff).get()).exists, false);
    const theirs = (await everyDocument()).filter(({ path }) => path.includes(of.house.propertyId));
    assert.deepEqual(theirs, []);
  }

  it("is declared", () => assert.equal(personalDataHolders().get("travel"), travel));

  it("is theirs to take along: every document that names them, but for the server's counts and for whom they have as guests", async () => {
    const person = await leaver();
    const past = await busyBefore(person);
    const held: Record<string, string[]> = {};
    for (const [name, source] of Object.entries(await travel.held(person.leaving))) {
      const snapshot = await source.get();
      held[name] = ("docs" in snapshot ? snapshot.docs : [snapshot]).map(({ ref }) => ref.path);
    }
    const quotedByGuest = await documentsHolding(past.guest.uid);
    const ofGuests = quotedByGuest.filter((path) => /^(bookings|guestLists|quotes)\//.test(path));
    const named = (await documentsHolding(...namesOf(person))).filter(
      (path) =>
        !/^(mail|audit|inventory)\/|\/limits\/|\/availability\//.test(path) &&
        !ofGuests.includes(path),
    );
    assert.deepEqual(Object.values(held).flat().sort(), named);
    for (const [name, paths] of Object.entries(held)) assert.notEqual(paths.length, 0, name);
  });

  it("is nothing of somebody who was never there, and takes no writes to erase", async () => {
    const { leaving } = await leaver();
    const bill = await firestore.costOf(async () => {
      assert.equal(await travel.erase(leaving), "erased");
    });
    assert.deepEqual([bill.writes, bill.deletes], [0, 0]);
    for (const source of Object.values(await travel.held(leaving))) {
      const snapshot = await source.get();
      assert.ok("docs" in snapshot ? snapshot.empty : !snapshot.exists);
    }
  });

  describe("when they leave", () => {
    it("is gone in every document there is; what is kept stands under the alias, and what is others' stays", async () => {
      const [person, other] = [await leaver(), await leaver()];
      const past = await busyBefore(person);
      await busyBefore(other);
      const paid = await book(past.other, stayFrom(past.other, 40), person);
      await sayWhoComes(paid.bookingId, person);
      await putOver(paid.bookingId);
      await sendAll();
      const named = await documentsHolding(...namesOf(other));
      const untouched = (await everyDocument()).filter(({ path }) => named.includes(path));
      const before = await bookingOf(paid.bookingId);
      assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
      await assertGone(person, past);
      const after = (await everyDocument()).filter(({ path }) => named.includes(path));
      assert.deepEqual(after, untouched);

      const { alias } = person.leaving;
      const kept = { ...before, uid: alias, fingerprint: "" };
      assert.deepEqual(await bookingOf(paid.bookingId), kept);
      const payment = (await payments.doc(paid.paymentId).get()).data();
      assert.deepEqual([payment?.uid, payment?.captured], [alias, kept.captured]);
      const trail = (await audit.get()).docs.map((one) => one.data());
      const said = trail.filter(({ reason = "" }) => reason.includes(alias));
      assert.deepEqual(said.map(({ action }) => action).sort(), [
        "travel.cancelAsHost",
        "travel.withdrawReview",
      ]);
      assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
    });

    it("has the same end where two processes see to it at once", async () => {
      const person = await leaver();
      const past = await busyBefore(person);
      assert.deepEqual(await Promise.all([leave(person), leave(person)]), ["erased", "erased"]);
      await eraseAll(person);
      await assertGone(person, past);
    });

    for (const moment of ["before", "after"] as const) {
      it(`has the same end where the process dies ${moment} each step, and is begun anew`, async () => {
        const person = await leaver();
        const past = await busyBefore(person);
        // What dies before its n-th step has carried out those before it.
        let steps = 0;
        const nth = moment === "before" ? 2 : 1;
        while (await dyingAtStep(nth, moment, () => leave(person))) assert.ok(++steps < 50);
        assert.ok(steps > 8, `there were ${steps}`);
        assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
        await assertGone(person, past);
      });
    }
  });
});
