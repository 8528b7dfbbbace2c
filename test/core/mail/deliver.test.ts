import assert from "node:assert/strict";
import { now, stamp } from "../../../functions/src/core/clock.ts";
import { deliver } from "../../../functions/src/core/mail/deliver.ts";
import { Mail } from "../../../functions/src/core/mail/schema.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { link } from "../../../functions/src/core/mail/template.ts";
import { firestore } from "../../support/firestore.ts";
import { putByHand, queued, someone, standing, stored, useOutbox } from "../../support/mail.ts";

const sweep = () => sweepMail(now(), 100);

describe("core: the outbox: delivering", () => {
  const { smtp } = useOutbox();

  it("sends text and HTML, and keeps the server's answer", async () => {
    const [to, bystander] = [someone(), await queued()];
    const mail = await queued(to);
    assert.equal(await deliver(mail), "sent");

    const [{ from, to: recipients, answer, mail: received } = assert.fail()] = smtp.accepted;
    assert.deepEqual([from, recipients], ["shop@kindling.example", [to]]);
    assert.equal(received.from?.text, '"Kindling" <shop@kindling.example>');
    assert.equal(received.subject, "Hello");
    assert.equal(received.text, mail.data().message.text);
    assert.equal(received.html, mail.data().message.html);

    const settled = Mail.parse((await stored(mail.id)).data());
    assert.deepEqual(settled.delivery, {
      state: "SUCCESS",
      startTime: mail.data().delivery?.startTime,
      attempts: 1,
      endTime: stamp(),
      leaseExpireTime: null,
      error: null,
      info: {
        messageId: `<${mail.id}@kindling.example>`,
        response: `250 ${answer}`,
        accepted: [to],
      },
    });
    assert.equal("nextAt" in settled, false);
    assert.equal((await standing(bystander)).state, "PENDING");
  });

  for (const sender of [
    "Kindling <shop@mail.example>",
    "shop@mail.example",
    '"A @ B" <x@mail.example>',
  ]) {
    it(`makes the Message-ID of the mail's id and the domain of ${sender}`, async () => {
      const { MAIL_FROM } = process.env;
      process.env.MAIL_FROM = sender;
      try {
        const mail = await queued();
        await deliver(mail);
        assert.equal(smtp.accepted[0]?.messageId, `<${mail.id}@mail.example>`);
      } finally {
        process.env.MAIL_FROM = MAIL_FROM;
      }
    });
  }

  it("costs no read and two writes", async () => {
    const mail = await queued();
    const cost = await firestore.costOf(() => deliver(mail));
    assert.deepEqual(cost, { reads: 0, writes: 2, deletes: 0 });
  });

  it("sends once, of five workers with the same event", async () => {
    const mail = await queued();
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => deliver(mail)));
    assert.deepEqual(outcomes.sort(), ["sent", "taken", "taken", "taken", "taken"]);
    assert.equal(smtp.asked.length, 1);
    assert.equal((await standing(mail)).attempts, 1);
  });

  it("sends once when the sweep comes with the event", async () => {
    const mail = await queued();
    const [byEvent, bySweep] = await Promise.all([deliver(mail), sweep()]);
    const sent = [byEvent, ...bySweep].filter((outcome) => outcome === "sent");
    assert.equal(sent.length, 1);
    assert.equal(smtp.asked.length, 1);
  });

  it("is left alone by the event and the sweep while it is being sent", async () => {
    const mail = await queued();
    const held = smtp.hold();
    const sending = deliver(mail);
    await held.reached;
    assert.equal((await standing(mail)).state, "PROCESSING");
    assert.equal(await deliver(mail), "taken");
    assert.equal(await deliver(await stored(mail.id)), "not-due");
    assert.deepEqual(await sweep(), []);
    held.answer();
    assert.equal(await sending, "sent");
    assert.equal(smtp.asked.length, 1);
  });

  it("does not send again when the event comes again", async () => {
    const mail = await queued();
    await deliver(mail);
    const settled = await stored(mail.id);
    assert.equal(await deliver(mail), "taken");
    assert.equal(await deliver(settled), "not-due");
    assert.equal(smtp.asked.length, 1);
    assert.deepEqual((await stored(mail.id)).updateTime, settled.updateTime);
  });

  it("does not send a mail that was deleted meanwhile", async () => {
    const [deleted, kept] = [await queued(), await queued()];
    await deleted.ref.delete();
    assert.deepEqual([await deliver(deleted), await deliver(kept)], ["taken", "sent"]);
    assert.deepEqual(smtp.asked, [kept.data().to]);
  });

  it("does not wait for the clock of the machine that queued it", async () => {
    const mail = await queued();
    await mail.ref.update({ nextAt: stamp(3_000) });
    assert.equal(await deliver(await stored(mail.id)), "sent");
  });

  const message = { subject: "Hello", text: "Good morning.", html: "<p>Good morning.</p>" };

  it("leaves nobody out in silence: more than `to` and `message` is an error that names it", async () => {
    for (const extra of [{ cc: [someone()] }, { bcc: someone() }, { from: "x@evil.example" }]) {
      const mail = await putByHand({ to: someone(), message, ...extra });
      assert.equal(await deliver(mail), "dead");
      assert.match((await standing(mail)).error ?? "", new RegExp(`"${Object.keys(extra)[0]}"`));
    }
    assert.equal(smtp.asked.length, 0);
  });

  it("sends a mail for its recipient's eyes alone like any, and it stays that", async () => {
    const blocks = [link("Sign in", "https://shop.example/secret")];
    const mails = [
      await queued(someone(), { subject: "Hello", blocks, confidential: true }),
      await putByHand({ to: someone(), message, confidential: true }),
    ];
    for (const mail of mails) {
      assert.equal(await deliver(mail), "sent");
      assert.equal(Mail.parse((await stored(mail.id)).data()).confidential, true);
    }
    assert.equal(smtp.accepted.length, 2);
  });

  it("keeps no link that lets its reader in once it is sent or given up; till then it has it", async () => {
    const blocks = [link("Sign in", "https://shop.example/secret")];
    const secret = { subject: "Hello", blocks, confidential: true } as const;
    const [sent, refused, later, open] = [
      await queued(someone(), secret),
      await queued(someone(), secret),
      await queued(someone(), secret),
      await queued(someone(), { subject: "Hello", blocks }),
    ];
    smtp.plan(refused.data().to, "550 at RCPT");
    smtp.plan(later.data().to, "451 at RCPT");
    const outcomes = [];
    for (const mail of [sent, refused, later, open]) outcomes.push(await deliver(mail));
    assert.deepEqual(outcomes, ["sent", "dead", "retry", "sent"]);
    const kept = [];
    for (const { id } of [sent, refused, later, open]) {
      kept.push(JSON.stringify((await stored(id)).data()).includes("secret"));
    }
    assert.deepEqual(kept, [false, false, true, true]);
    assert.match(smtp.accepted[0]?.mail.text ?? "", /secret/);
  });

  it("puts one aside that does not say clearly whether it is", async () => {
    const mail = await putByHand({ to: someone(), message, confidential: "no" });
    assert.equal(await deliver(mail), "dead");
    assert.match((await standing(mail)).error ?? "", /^Malformed: confidential /);
    assert.equal(smtp.asked.length, 0);
  });

  it("sends what was put there by hand in the extension's form, once", async () => {
    const to = someone();
    const mail = await putByHand({ to, message });
    assert.equal(await deliver(mail), "sent");
    const kept = Mail.parse((await stored(mail.id)).data());
    assert.equal(kept.confidential, false);
    assert.equal(await deliver(await stored(mail.id)), "not-due");
    assert.deepEqual(smtp.asked, [to]);
    assert.equal(smtp.accepted[0]?.from, "shop@kindling.example");
    const { state, attempts, dueAt } = await standing(mail);
    assert.deepEqual([state, attempts, dueAt], ["SUCCESS", 1, undefined]);
  });
});
