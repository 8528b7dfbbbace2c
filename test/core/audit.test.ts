import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { AuditEntry, audit, record } from "../../functions/src/core/audit.ts";
import { stamp, useClock } from "../../functions/src/core/clock.ts";
import { db } from "../../functions/src/core/db.ts";
import { decide, type Write } from "../../functions/src/core/decide.ts";
import { grpcCode } from "../../functions/src/core/grpc.ts";
import { clearFirestore } from "../support/firestore.ts";

const ALREADY_EXISTS = 6;

const thing = () => ({ action: "thing-done", actor: "a-uid", subject: `things/${randomUUID()}` });

async function commit(...writes: Write[]): Promise<void> {
  const batch = db.batch();
  for (const write of writes) write(batch);
  await batch.commit();
}

async function entriesOf(subject: string) {
  const found = await audit.where("subject", "==", subject).get();
  return found.docs.map((entry) => entry.data());
}

describe("core: the audit trail", () => {
  before(() => clearFirestore());

  it("holds who did what to what, and when", async () => {
    const entry = thing();
    const at = stamp(-1_000);
    const putBack = useClock(() => at.toDate());
    try {
      await commit(record(entry, "once"));
    } finally {
      putBack();
    }
    const [kept, ...others] = await entriesOf(entry.subject);
    assert.deepEqual(others, []);
    assert.deepEqual(
      { ...AuditEntry.parse(kept), at: kept?.at.toMillis() },
      { ...entry, at: at.toMillis() },
    );
  });

  it("holds the reason where one was given", async () => {
    const [given, none] = [thing(), thing()];
    await commit(record({ ...given, reason: "It was broken" }, "once"), record(none, "once"));
    const kept = [await entriesOf(given.subject), await entriesOf(none.subject)].flat();
    assert.deepEqual(
      kept.map((entry) => AuditEntry.parse(entry).reason),
      ["It was broken", undefined],
    );
  });

  it("takes an occasion once: a second record of it fails and changes nothing", async () => {
    const entry = thing();
    await commit(record(entry, "once"));
    const [first] = await entriesOf(entry.subject);
    const again = commit(record({ ...entry, actor: "another" }, "once"));
    await assert.rejects(again, (error) => grpcCode(error) === ALREADY_EXISTS);
    assert.deepEqual(await entriesOf(entry.subject), [first]);
  });

  it("takes down with it the commit that would record an occasion again", async () => {
    const entry = thing();
    await commit(record(entry, "once"));
    const other = thing();
    await assert.rejects(commit(record(other, "once"), record(entry, "once")));
    assert.deepEqual(await entriesOf(other.subject), []);
  });

  it("takes another occasion, another action and another subject", async () => {
    const entry = thing();
    await commit(record(entry, "once"), record(entry, "twice"));
    await commit(record({ ...entry, action: "thing-undone" }, "once"));
    assert.equal((await entriesOf(entry.subject)).length, 3);
    await commit(record(thing(), "once"));
  });

  it("records once what is decided at once by many", async () => {
    const entry = thing();
    const flag = db.doc(entry.subject);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        decide(async (read) => {
          const [done] = await read(flag);
          if (done.exists) return { answer: "was done" };
          const set: Write = (batch) => batch.set(flag, { done: true });
          return { answer: "done", writes: [set, record(entry, "once")] };
        }),
      ),
    );
    assert.equal(answers.filter((answer) => answer === "done").length, 1);
    assert.equal((await entriesOf(entry.subject)).length, 1);
  });
});
