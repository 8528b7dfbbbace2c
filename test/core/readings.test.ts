import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { db } from "../../functions/src/core/db.ts";
import { create, decide, update } from "../../functions/src/core/decide.ts";
import { refuse } from "../../functions/src/core/refuse.ts";
import { refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const fresh = () => db.collection("takes").doc(randomUUID());

/** Takes the last piece and notes that it did, in two readings; `meanwhile` happens in between. */
function taker(meanwhile: (attempt: number) => unknown = () => {}) {
  const [done, shelf] = [fresh(), fresh()];
  let attempts = 0;
  const take = () =>
    decide(async (read) => {
      const [before] = await read(done);
      if (before.exists) return { answer: "taken" };
      await meanwhile(++attempts);
      const [pieces] = await read(shelf);
      const left = Number(pieces.data()?.left);
      if (left === 0) refuse("failed-precondition", "out-of-stock", "It is gone.");
      const writes = [create(done, { taken: true }), update(pieces, { left: left - 1 })];
      return { answer: "taken", writes };
    });
  return { done, shelf, take };
}

describe("core: a decision that reads twice", () => {
  before(() => clearFirestore());

  it("refuses nobody because of what it did itself, at the same time, by another call", async () => {
    const { done, shelf, take } = taker(async () => {
      await done.set({ taken: true });
      await shelf.set({ left: 0 });
    });
    await shelf.set({ left: 1 });
    assert.equal(await take(), "taken");
  });

  it("refuses who comes too late, for one reading more", async () => {
    const { shelf, take } = taker();
    await shelf.set({ left: 0 });
    const cost = await firestore.costOf(() =>
      refused(take(), "failed-precondition", "out-of-stock"),
    );
    assert.deepEqual(cost, { reads: 3, writes: 0, deletes: 0 });
  });

  it("decides anew when what it began with was changed before it failed", async () => {
    const ref = fresh();
    await ref.set({ sum: 1 });
    let attempts = 0;
    const answer = await decide(async (read) => {
      const [first] = await read(ref);
      if (++attempts === 1) await ref.set({ sum: 2 });
      const [second] = await read(ref);
      if (first.data()?.sum !== second.data()?.sum) throw new Error("two halves");
      return { answer: second.data()?.sum };
    });
    assert.deepEqual([answer, attempts], [2, 2]);
  });
});
