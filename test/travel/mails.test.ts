import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { now } from "../../functions/src/core/clock.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { applyIntent } from "../../functions/src/core/payments/applyIntent.ts";
import { provider } from "../../functions/src/core/payments/provider.ts";
import { acceptStay } from "../../functions/src/travel/acceptStay.ts";
import { guestLists } from "../../functions/src/travel/booking/schema.ts";
import { cancelAsHost } from "../../functions/src/travel/cancelAsHost.ts";
import { cancelBooking } from "../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../functions/src/travel/changeDates.ts";
import { declineStay } from "../../functions/src/travel/declineStay.ts";
import { remindTravellers } from "../../functions/src/travel/jobs/sweepStays.ts";
import { quoteCancellation } from "../../functions/src/travel/quoteCancellation.ts";
import { call } from "../support/call.ts";
import { disable, unconfirm } from "../support/knownPeople.ts";
import { makeRefunds } from "../support/payments.ts";
import { until } from "../support/until.ts";
import { useBookings } from "./support/bookingStates.ts";
import { newsTo } from "./support/hosts.ts";
import { book, bookingOf, openHouse, pay, stayFrom, take } from "./support/house.ts";
import { lettersTo, wordsOf } from "./support/mails.ts";
import { guestNameOf, sayWhoComes } from "./support/past.ts";

/** Does it three times: twice at once, and again. */
async function often(work: () => Promise<unknown>): Promise<void> {
  await Promise.all([work(), work()]);
  await work();
}

describe("travel: mails", () => {
  const use = useBookings();

  it("go out once for each thing that happens, however often it is asked for, and tell hosts nothing of who comes", async () => {
    const { host } = await openHouse();
    const asked = await openHouse({ mode: "on_request" }, {}, host);
    const request = await take(asked, stayFrom(asked, 20));
    assert.deepEqual([await newsTo(host), await newsTo(request.person)], [["stay-requested"], []]);
    await often(() => call(acceptStay, host, { bookingId: request.bookingId }));
    assert.deepEqual(await newsTo(request.person), ["stay-accepted"]);

    const house = await openHouse({}, {}, host);
    const { bookingId, person } = await take(house, stayFrom(house, 20));
    const { intent } = await pay(bookingId, person);
    await sayWhoComes(bookingId, person);
    await often(async () => applyIntent(await provider().paymentIntents.retrieve(intent)));
    const moved = { ...stayFrom(house, 15, 1), toPay: 0, refund: 106_00 };
    const requestId = randomUUID();
    await often(() => call(changeDates, person, { requestId, bookingId, ...moved }));
    use.passTo((await bookingOf(bookingId)).remindAt?.toDate() ?? now());
    await often(() => remindTravellers(now(), 10));
    const { quoteId } = await call(quoteCancellation, person, { bookingId });
    await often(() => call(cancelBooking, person, { bookingId, quoteId }));
    await often(makeRefunds);
    await until(async () => (await bookingOf(bookingId)).refunded === 169_60);
    assert.deepEqual(await newsTo(person), [
      ...["stay-cancelled", "stay-changed", "stay-confirmed"],
      ...["stay-refunded", "stay-refunded", "stay-reminder"],
    ]);
    const news = ["stay-booked", "stay-called-off", "stay-moved", "stay-requested"];
    assert.deepEqual(await newsTo(host), news);
    assert.equal((await mails.get()).size, 11);
    for (const mail of Object.values(await lettersTo(host))) {
      const { email } = person.token;
      for (const secret of [person.uid, email ?? "", guestNameOf(person), "Ana Guest", "+351"]) {
        assert.ok(!wordsOf(mail).includes(secret), `${mail.message.subject}: ${secret}`);
      }
    }
    for (const mail of Object.values(await lettersTo(person))) {
      for (const secret of [host.uid, host.token.email]) assert.ok(!wordsOf(mail).includes(secret));
    }
  });

  it("say what their reader needs: where, when, for how much, until when, and why", async () => {
    const house = await openHouse();
    const { host } = house;
    const { bookingId, person } = await book(house, stayFrom(house, 20));
    const { reference } = await bookingOf(bookingId);
    await call(changeDates, person, {
      ...{ requestId: randomUUID(), bookingId, toPay: 0, refund: 106_00 },
      ...stayFrom(house, 21, 1),
    });
    await call(cancelAsHost, host, { bookingId, reason: "The roof leaks." });
    await makeRefunds();
    await until(async () => (await bookingOf(bookingId)).refunded === 233_20);
    const theirs = await lettersTo(person);
    const said = (news: string, ...words: readonly (string | RegExp)[]) => {
      const text = theirs[news]?.message.text ?? assert.fail(news);
      for (const each of words)
        assert.match(
          text,
          typeof each === "string" ? new RegExp(each.replace(/[.()+]/g, "\\$&")) : each,
          news,
        );
    };
    const where = [
      "House by the River, Rua da Fonte 12",
      "1 × Double room",
      /from 15:00$/m,
      /until 11:00$/m,
    ];
    const price = ["2 nights: €200.00", "Cleaning: €20.00", "Tax: €13.20", "Total: €233.20"];
    said(
      "stay-confirmed",
      reference ?? "",
      ...where,
      ...price,
      "until 5 days before check-in 100 %",
    );
    said("stay-changed", reference ?? "", ...where, "1 night: €100.00", "Total: €127.20");
    said("stay-cancelled", "The host says: The roof leaks.", "€127.20 is on its way back");
    said("stay-refunded", /We have sent you back €(106\.00|127\.20)\./);
    const booked = (await lettersTo(host))["stay-booked"]?.message;
    assert.match(booked?.subject ?? "", /^House by the River: /);
    assert.match(booked?.text ?? "", new RegExp(`Reference: ${reference}`));
  });

  it("about what was never paid have no reference and no calendar, and its host hears nothing", async () => {
    const house = await openHouse();
    const { bookingId, person } = await take(house, stayFrom(house, 20));
    await often(() => call(cancelBooking, person, { bookingId }));
    const { message } = (await lettersTo(person))["stay-cancelled"] ?? assert.fail();
    assert.equal(message.subject, "Your stay at House by the River is cancelled");
    assert.equal(message.attachments, undefined);
    assert.doesNotMatch(message.text, /null|back|host says/);
    assert.deepEqual([await newsTo(person), await newsTo(house.host)], [["stay-cancelled"], []]);
  });

  it("tell who is declined why, once; nothing where the host says nothing", async () => {
    const house = await openHouse({ mode: "on_request" });
    for (const [n, reason] of ["We are away.", ""].entries()) {
      const { bookingId, person } = await take(house, stayFrom(house, 20 + n));
      await often(() => call(declineStay, house.host, { bookingId, reason }));
      const { message } = (await lettersTo(person))["stay-declined"] ?? assert.fail();
      assert.match(
        message.text,
        reason ? /The host says: We are away\.$/m : /^(?!.*The host says)/s,
      );
      assert.deepEqual(await newsTo(person), ["stay-declined"]);
    }
  });

  it("reach no host who is shut out or has no confirmed address, and nobody once the guest list is gone", async () => {
    for (const change of [disable, unconfirm]) {
      const house = await openHouse();
      await change(house.host);
      const { bookingId, person } = await book(house, stayFrom(house, 20));
      assert.deepEqual(await newsTo(house.host), []);
      assert.deepEqual(await newsTo(person), ["stay-confirmed"]);
      await guestLists.doc(bookingId).delete();
      await call(cancelAsHost, house.host, { bookingId, reason: "" });
      assert.equal((await bookingOf(bookingId)).state, "cancelled");
      assert.deepEqual(await newsTo(person), ["stay-confirmed"]);
    }
  });
});
