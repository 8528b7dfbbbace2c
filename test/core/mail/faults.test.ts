import assert from "node:assert/strict";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { backOff, deliver, MAX_ATTEMPTS } from "../../../functions/src/core/mail/deliver.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { paragraph } from "../../../functions/src/core/mail/template.ts";
import { queued, someone, standing, useOutbox } from "../../support/mail.ts";

const sweep = () => sweepMail(now(), 100);
const large = {
  subject: "Long",
  blocks: Array.from({ length: 10 }, () => paragraph("x".repeat(4_000))),
};

describe("core: the outbox: when something fails", () => {
  const { smtp, pass } = useOutbox();

  for (const [trouble, words] of [
    ["550 at RCPT", /550 no such mailbox/],
    ["554 after DATA", /554 this looks like spam/],
  ] as const) {
    it(`a refusal for good (${trouble}) ends it at once, in the server's words`, async () => {
      const [refused, taken] = [await queued(), await queued()];
      smtp.plan(refused.data().to, trouble);
      assert.deepEqual([await deliver(refused), await deliver(taken)], ["dead", "sent"]);
      const { state, error, attempts, endTime, info, dueAt } = await standing(refused);
      assert.deepEqual([state, attempts, info, dueAt], ["ERROR", 1, null, undefined]);
      assert.equal(endTime?.toMillis(), now().getTime());
      assert.match(error ?? "", words);

      pass(DAY);
      assert.deepEqual(await sweep(), []);
      assert.equal(await deliver(refused), "taken");
      assert.equal(smtp.acceptedFor(refused.data().to).length, 0);
    });
  }

  for (const [trouble, words] of [
    ["451 at RCPT", /451 greylisted/],
    ["452 after DATA", /452 the disk is full/],
    ["cut in DATA", /Connection closed/],
    ["answer lost", /Connection closed/],
  ] as const) {
    it(`a passing failure (${trouble}) is tried again a minute later, not before`, async () => {
      const to = someone();
      const mail = await queued(to, large);
      smtp.plan(to, trouble);
      assert.equal(await deliver(mail), "retry");
      const { state, error, attempts, endTime, leaseExpireTime, dueAt } = await standing(mail);
      assert.deepEqual([state, attempts, endTime, leaseExpireTime], ["RETRY", 1, null, null]);
      assert.equal(dueAt, now().getTime() + MINUTE);
      assert.match(error ?? "", words);

      pass(MINUTE - 1);
      assert.deepEqual(await sweep(), []);
      assert.equal(smtp.asked.length, 1);
      pass(1);
      assert.deepEqual(await sweep(), ["sent"]);
      const settled = await standing(mail);
      assert.deepEqual([settled.state, settled.attempts, settled.error], ["SUCCESS", 2, null]);
      assert.equal(settled.dueAt, undefined);
      assert.equal(smtp.accepted.at(-1)?.mail.text, mail.data().message.text);
    });
  }

  it("a mail cut off in the middle arrives once, one whose answer was lost twice under one Message-ID", async () => {
    const [cut, lost] = [await queued(someone(), large), await queued(someone(), large)];
    smtp.plan(cut.data().to, "cut in DATA", "cut in DATA");
    smtp.plan(lost.data().to, "answer lost");
    for (const mail of [cut, lost]) {
      assert.equal(await deliver(mail), "retry");
      pass(1);
    }
    pass(MINUTE);
    assert.deepEqual(await sweep(), ["retry", "sent"]);
    pass(2 * MINUTE);
    assert.deepEqual(await sweep(), ["sent"]);

    assert.equal(smtp.acceptedFor(cut.data().to).length, 1);
    const [first, second, ...more] = smtp.acceptedFor(lost.data().to);
    assert.equal(first?.messageId, `<${lost.id}@kindling.example>`);
    assert.equal(second?.messageId, first?.messageId);
    assert.equal(more.length, 0);
    assert.equal((await standing(lost)).info?.response, `250 ${second?.answer}`);
  });

  it("waits longer and longer while the server is down, and sends when it is up", async () => {
    const mail = await queued();
    await smtp.down();
    assert.equal(await deliver(mail), "retry");
    const waits = [];
    for (let attempts = 1; attempts < 6; attempts++) {
      const { state, error, dueAt = 0, attempts: counted } = await standing(mail);
      assert.deepEqual([state, counted], ["RETRY", attempts]);
      assert.match(error ?? "", /ECONNREFUSED/);
      waits.push((dueAt - now().getTime()) / MINUTE);
      pass(dueAt - now().getTime());
      if (attempts < 5) assert.deepEqual(await sweep(), ["retry"]);
    }
    assert.deepEqual(waits, [1, 2, 4, 8, 16]);
    await smtp.up();
    assert.deepEqual(await sweep(), ["sent"]);
    assert.equal((await standing(mail)).attempts, 6);
  });

  it(`gives up after ${MAX_ATTEMPTS} failures, a good half day later`, async () => {
    const mail = await queued();
    const queuedAt = now().getTime();
    smtp.plan(mail.data().to, ...Array.from({ length: 20 }, () => "451 at RCPT" as const));
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts++) {
      assert.deepEqual(await sweep(), ["retry"]);
      pass(backOff(attempts));
    }
    assert.ok(now().getTime() - queuedAt > DAY / 2);
    assert.deepEqual(await sweep(), ["dead"]);
    const { state, attempts, error, dueAt } = await standing(mail);
    assert.deepEqual([state, attempts, dueAt], ["ERROR", MAX_ATTEMPTS, undefined]);
    assert.match(error ?? "", /451 greylisted/);
    pass(DAY);
    assert.deepEqual(await sweep(), []);
    assert.equal(smtp.asked.length, MAX_ATTEMPTS);
  });

  it("one mail's trouble does not keep the others of a sweep", async () => {
    const mails = [];
    for (let n = 0; n < 5; n++) mails.push(await queued());
    const people = mails.map((mail) => mail.data().to);
    const troubles = ["451 at RCPT", "cut in DATA", "554 after DATA", "answer lost"] as const;
    for (const [n, trouble] of troubles.entries()) smtp.plan(people[n] ?? "", trouble);
    const outcomes = await sweep();
    assert.deepEqual(outcomes.toSorted(), ["dead", "retry", "retry", "retry", "sent"]);
  });
});
