import assert from "node:assert/strict";
import { DAY, now, stamp } from "../../../functions/src/core/clock.ts";
import { decide } from "../../../functions/src/core/decide.ts";
import { mailOf, queueMail } from "../../../functions/src/core/mail/queue.ts";
import { Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { link, paragraph, rows } from "../../../functions/src/core/mail/template.ts";
import { refused } from "../../support/call.ts";
import { queued, stored, useOutbox } from "../../support/mail.ts";

const template = {
  subject: "Your order 7F3Q",
  blocks: [
    paragraph("Thank you."),
    rows(["Tea", "€36.00"]),
    link("See it", "https://shop.example/7F3Q"),
  ],
};
const ALREADY_EXISTS = 6;

describe("core: the outbox: queueing", () => {
  useOutbox();

  it("makes one mail per event, entity and recipient", async () => {
    const asked = ["order-confirmed", "order-shipped"].flatMap((event) =>
      ["order-1", "order-2"].flatMap((entity) =>
        ["ann@example.com", "ben@example.com"].map((to) => queueMail(event, entity, to, template)),
      ),
    );
    await decide(async () => ({ answer: null, writes: asked }));
    assert.equal((await mails.get()).size, 8);
    for (const again of asked) {
      const batch = mails.firestore.batch();
      again(batch);
      await assert.rejects(batch.commit(), { code: ALREADY_EXISTS });
    }
  });

  it("names the mail without the address, in whatever case that is written", () => {
    const { id } = mailOf("order-confirmed", "order-1", "Ann.Miller@Example.com");
    assert.match(id, /^order-confirmed_order-1_[0-9a-f]{12}$/);
    assert.equal(mailOf("order-confirmed", "order-1", "ann.miller@example.com").id, id);
    assert.notEqual(mailOf("order-confirmed", "order-1", "ann.muller@example.com").id, id);
  });

  it("writes the document of the firestore-send-email extension, due now, kept for 30 days", async () => {
    const mail = (await queued("Ann@example.com", template)).data();
    const { text, html } = mail.message;
    assert.equal(text, "Thank you.\n\nTea: €36.00\n\nSee it:\nhttps://shop.example/7F3Q\n");
    assert.match(html, /^<!doctype html>[\s\S]*<td>Tea<\/td>/);
    assert.deepEqual(mail, {
      to: "Ann@example.com",
      message: { subject: "Your order 7F3Q", text, html },
      confidential: false,
      delivery: {
        state: "PENDING",
        startTime: stamp(),
        attempts: 0,
        endTime: null,
        leaseExpireTime: null,
        error: null,
        info: null,
      },
      nextAt: stamp(),
      expiresAt: stamp(30 * DAY),
    });
    assert.deepEqual(Mail.parse(mail), mail);
  });

  it("says whether the mail is for its recipient's eyes alone", async () => {
    const secret = (await queued("ann@example.com", { ...template, confidential: true })).data();
    assert.equal(secret.confidential, true);
    assert.deepEqual(Mail.parse(secret), secret);
    const { message } = (await queued("ann@example.com", template)).data();
    assert.deepEqual(secret.message, message, "what it says is the same");
  });

  it("is part of the commit: what comes with a second mail is refused with it", async () => {
    const [first, other] = [await queued(), mails.doc("comes-with-it")];
    const batch = mails.firestore.batch();
    batch.create(first.ref, first.data());
    batch.create(other, first.data());
    await assert.rejects(batch.commit(), { code: ALREADY_EXISTS });
    assert.equal((await other.get()).exists, false);
  });

  it("catches a decision that repeats and does not notice", async () => {
    const careless = async () => ({
      answer: "confirmed",
      writes: [queueMail("order-confirmed", "order-1", "ann@example.com", template)],
    });
    assert.equal(await decide(careless, 0), "confirmed");
    await refused(decide(careless, 0), "aborted", "contention");
    assert.equal((await mails.get()).size, 1);
  });

  it("leaves a mail alone that is already sent", async () => {
    const sent = await queued("ann@example.com", template);
    await sent.ref.update({ "delivery.state": "SUCCESS", "delivery.endTime": stamp() });
    const [event = "", entity = ""] = sent.id.split("_");
    const again = queueMail(event, entity, "ann@example.com", template);
    await refused(
      decide(async () => ({ answer: null, writes: [again] }), 0),
      "aborted",
      "contention",
    );
    const { delivery } = (await stored(sent.id)).data();
    assert.deepEqual(
      [delivery?.state, delivery?.endTime?.toMillis()],
      ["SUCCESS", now().getTime()],
    );
  });
});
