import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { deliver, LEASE, MAX_ATTEMPTS } from "../../../functions/src/core/mail/deliver.ts";
import { sweepMail } from "../../../functions/src/core/mail/sweep.ts";
import { firestore } from "../../support/firestore.ts";
import { queued, standing, stored, useOutbox } from "../../support/mail.ts";

const sweep = () => sweepMail(now(), 100);
const DEADLINE_EXCEEDED = 4;

describe("core: the outbox: workers that die or come too late", () => {
  const { smtp, pass } = useOutbox();

  it("a mail whose worker died after its claim is left until the lease ends, then sent", async () => {
    const mail = await queued();
    firestore.inject({ method: "Commit", kind: "lost-answer", code: DEADLINE_EXCEEDED });
    await assert.rejects(deliver(mail), { code: DEADLINE_EXCEEDED });
    const { state, attempts, leaseExpireTime, dueAt } = await standing(mail);
    assert.deepEqual([state, attempts], ["PROCESSING", 1]);
    assert.equal(leaseExpireTime?.toMillis(), now().getTime() + LEASE);
    assert.equal(dueAt, now().getTime() + LEASE);

    pass(LEASE - 1);
    assert.deepEqual(await sweep(), []);
    assert.equal(await deliver(await stored(mail.id)), "not-due");
    assert.equal(smtp.asked.length, 0);
    pass(1);
    assert.deepEqual(await sweep(), ["sent"]);
    const settled = await standing(mail);
    assert.deepEqual([settled.state, settled.attempts], ["SUCCESS", 2]);
    assert.equal(smtp.accepted.length, 1);
  });

  it("a mail whose worker died before it wrote down the outcome is sent again, under the same Message-ID", async () => {
    const mail = await queued();
    const held = smtp.hold();
    const worker = deliver(mail);
    await held.reached;
    firestore.inject({ method: "Commit", kind: "refused", code: DEADLINE_EXCEEDED });
    held.answer();
    await assert.rejects(worker, { code: DEADLINE_EXCEEDED });
    assert.equal((await standing(mail)).state, "PROCESSING");

    pass(LEASE);
    assert.deepEqual(await sweep(), ["sent"]);
    const ids = smtp.accepted.map(({ messageId }) => messageId);
    assert.deepEqual(ids, Array(2).fill(`<${mail.id}@kindling.example>`));
  });

  it("an outcome that was written down counts, though its worker did not hear so", async () => {
    const mail = await queued();
    const held = smtp.hold();
    const worker = deliver(mail);
    await held.reached;
    firestore.inject({ method: "Commit", kind: "lost-answer", code: DEADLINE_EXCEEDED });
    held.answer();
    await assert.rejects(worker, { code: DEADLINE_EXCEEDED });
    assert.equal((await standing(mail)).state, "SUCCESS");
    pass(LEASE);
    assert.deepEqual(await sweep(), []);
    assert.equal(smtp.accepted.length, 1);
  });

  for (const [what, trouble] of [
    ["success", undefined],
    ["refusal", "554 after DATA"],
    ["failure", "452 after DATA"],
  ] as const) {
    it(`a worker that outlived its lease has no say: its ${what} comes to nothing`, async () => {
      const mail = await queued();
      const held = smtp.hold();
      const late = deliver(mail);
      await held.reached;

      pass(LEASE);
      assert.deepEqual(await sweep(), ["sent"]);
      const settled = await stored(mail.id);
      const [accepted] = smtp.accepted;
      assert.equal(settled.data().delivery?.info?.response, `250 ${accepted?.answer}`);

      held.answer(trouble);
      assert.equal(await late, "taken");
      const after = await stored(mail.id);
      assert.deepEqual(after.updateTime, settled.updateTime);
      assert.equal(after.data().delivery?.attempts, 2);
    });
  }

  it("has no say either while the one who took over is still sending", async () => {
    const mail = await queued();
    const first = smtp.hold();
    const late = deliver(mail);
    await first.reached;
    pass(LEASE);
    const second = smtp.hold();
    const sweeping = sweep();
    await second.reached;

    first.answer("554 after DATA");
    assert.equal(await late, "taken");
    const { state, error, attempts } = await standing(mail);
    assert.deepEqual([state, error, attempts], ["PROCESSING", null, 2]);
    second.answer();
    assert.deepEqual(await sweeping, ["sent"]);
    assert.equal((await standing(mail)).state, "SUCCESS");
  });

  it("one that is slow but within its lease keeps the mail", async () => {
    const mail = await queued();
    const held = smtp.hold();
    const slow = deliver(mail);
    await held.reached;
    pass(LEASE - 1);
    assert.deepEqual(await sweep(), []);
    held.answer();
    assert.equal(await slow, "sent");
    assert.equal(smtp.accepted.length, 1);
  });

  it("a mail that kills every worker that takes it is given up", async () => {
    const mail = await queued();
    for (let deaths = 0; deaths < MAX_ATTEMPTS; deaths++) {
      firestore.inject({ method: "Commit", kind: "lost-answer", code: DEADLINE_EXCEEDED });
      assert.deepEqual(await sweep(), ["failed"]);
      pass(LEASE);
    }
    assert.deepEqual(await sweep(), ["dead"]);
    const { state, error, dueAt } = await standing(mail);
    assert.deepEqual([state, dueAt], ["ERROR", undefined]);
    assert.match(error ?? "", /11 workers did not come back/);
    assert.equal(smtp.asked.length, 0);
  });
});
