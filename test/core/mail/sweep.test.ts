import assert from "node:assert/strict";
import { now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { deliver } from "../../../functions/src/core/mail/deliver.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { putByHand, queued, someone, standing, useOutbox } from "../../support/mail.ts";

const DEADLINE_EXCEEDED = 4;
const [subject, text, html] = ["Hello", "Good morning.", "<p>Good morning.</p>"];
const message = { subject, text, html };

describe("core: the outbox: sweeping", () => {
  const { smtp, pass } = useOutbox();

  it("finds the mail whose event was lost", async () => {
    const mail = await queued();
    assert.deepEqual(await sweepMail(now(), 100), ["sent"]);
    assert.equal(smtp.acceptedFor(mail.data().to).length, 1);
  });

  it("takes the oldest first, and no more than it is told to", async () => {
    const mails = [];
    for (let n = 0; n < 5; n++) {
      mails.push(await queued());
      pass(SECOND);
    }
    const people = mails.map((mail) => mail.data().to);
    assert.deepEqual(await sweepMail(now(), 2), ["sent", "sent"]);
    assert.deepEqual(smtp.asked, people.slice(0, 2));
    assert.deepEqual(await sweepMail(now(), 100), ["sent", "sent", "sent"]);
    assert.deepEqual(smtp.asked, people);
  });

  it("leaves what is due later than the moment it is told", async () => {
    const mail = await queued();
    assert.deepEqual(await sweepMail(new Date(now().getTime() - 1), 100), []);
    assert.equal((await standing(mail)).state, "PENDING");
    assert.deepEqual(await sweepMail(now(), 100), ["sent"]);
  });

  it("costs one read when there is nothing to do, however much was sent before", async () => {
    smtp.next("550 at RCPT");
    for (let n = 0; n < 5; n++) await deliver(await queued());
    smtp.next("451 at RCPT");
    await deliver(await queued());
    const idle = await firestore.costOf(() => sweepMail(now(), 100));
    assert.deepEqual(idle, { reads: 1, writes: 0, deletes: 0 });
  });

  it("costs one read and two writes for a mail", async () => {
    await queued();
    await queued();
    const busy = await firestore.costOf(() => sweepMail(now(), 100));
    assert.deepEqual(busy, { reads: 2, writes: 4, deletes: 0 });
  });

  it("sends each mail once, of three sweeps at once", async () => {
    for (let n = 0; n < 6; n++) await queued();
    const outcomes = await Promise.all([1, 2, 3].map(() => sweepMail(now(), 100)));
    assert.equal(outcomes.flat().filter((outcome) => outcome === "sent").length, 6);
    assert.equal(new Set(smtp.asked).size, 6);
    assert.equal(smtp.asked.length, 6);
  });

  const malformed: Record<string, [field: string, document: object]> = {
    "no subject": ["message.subject", { message: { text, html } }],
    "a blank subject": ["message.subject", { message: { ...message, subject: " " } }],
    "no text": ["message.text", { message: { subject, html } }],
    "a text of 200,001 characters": [
      "message.text",
      { message: { ...message, text: "x".repeat(200_001) } },
    ],
    "no message": ["message", { message: null }],
    "no recipient": ["to", { to: null }],
    "a recipient that is no address": ["to", { to: "Ann" }],
    "a recipient with a header behind it": ["to", { to: "ann@example.com\r\nBcc: b@example.com" }],
    "two recipients in one": ["to", { to: "ann@example.com, ben@example.com" }],
    "a list of recipients": ["to", { to: ["ann@example.com"] }],
  };
  for (const [what, [field, fields]] of Object.entries(malformed)) {
    it(`puts ${what} aside for good, naming ${field}, and goes on`, async () => {
      const bad = await putByHand({ to: someone(), message, nextAt: stamp(), ...fields });
      pass(SECOND);
      const good = await putByHand({ to: someone(), message, nextAt: stamp() });
      assert.deepEqual(await sweepMail(now(), 100), ["dead", "sent"]);
      assert.deepEqual(smtp.asked, [good.data().to]);
      const { state, error, dueAt } = await standing(bad);
      assert.deepEqual([state, dueAt], ["ERROR", undefined]);
      assert.ok(error?.startsWith(`Malformed: ${field} `), error ?? "no error");
    });
  }

  it("is not stopped by a mail that the database failed on: the next sweep meets it again", async () => {
    const failed = await queued();
    pass(SECOND);
    const good = await queued();
    firestore.inject({ method: "Commit", kind: "refused", code: DEADLINE_EXCEEDED });
    assert.deepEqual(await sweepMail(now(), 100), ["failed", "sent"]);
    assert.deepEqual(smtp.asked, [good.data().to]);
    const line = logs.find(({ path }) => path === failed.ref.path);
    assert.equal(line?.severity, "ERROR");
    assert.ok(!JSON.stringify(line).includes(failed.data().to), "an address in the log");
    assert.deepEqual(await sweepMail(now(), 100), ["sent"]);
  });

  it("sends a document that has null for its delivery, and goes on", async () => {
    const bare = await putByHand({ to: someone(), message, delivery: null, nextAt: stamp() });
    pass(SECOND);
    const good = await queued();
    assert.deepEqual(await sweepMail(now(), 100), ["sent", "sent"]);
    assert.deepEqual(smtp.asked, [bare.data().to, good.data().to]);
  });
});
