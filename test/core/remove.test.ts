import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { db } from "../../functions/src/core/db.ts";
import { decide, remove } from "../../functions/src/core/decide.ts";
import { clearFirestore } from "../support/firestore.ts";

describe("core: removing a document", () => {
  before(() => clearFirestore());

  it("happens only to what was read: what has changed since is read again", async () => {
    const ref = db.collection("gone").doc(randomUUID());
    await ref.set({ count: 1 });
    const seen: unknown[] = [];
    await decide(async (read) => {
      const [found] = await read(ref);
      seen.push(found.data()?.count);
      if (seen.length === 1) await ref.set({ count: 2 });
      return { answer: null, writes: [remove(found)] };
    });
    assert.deepEqual(seen, [1, 2]);
    assert.ok(!(await ref.get()).exists);
  });

  it("needs one that is there", async () => {
    const ref = db.collection("gone").doc(randomUUID());
    const attempt = decide(async (read) => {
      const [missing] = await read(ref);
      return { answer: null, writes: [remove(missing)] };
    });
    await assert.rejects(attempt, /is not there to be changed/);
  });
});
