import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { db } from "../../functions/src/core/db.ts";
import { create, decide, update } from "../../functions/src/core/decide.ts";
import { grpcCode } from "../../functions/src/core/grpc.ts";
import { refuse } from "../../functions/src/core/refuse.ts";
import { refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const INVALID_ARGUMENT = 3;
const DEADLINE_EXCEEDED = 4;
const PERMISSION_DENIED = 7;

const fresh = () => db.collection("tries").doc(randomUUID());
type Ref = ReturnType<typeof fresh>;

async function counter(): Promise<Ref> {
  const ref = fresh();
  await ref.set({ count: 0 });
  return ref;
}

const countOf = async (ref: Ref): Promise<unknown> => (await ref.get()).data()?.count;

/** Adds one to what it reads, and counts its attempts. */
function adder(ref: Ref, meanwhile: (attempt: number) => unknown = () => {}) {
  const tried = { attempts: 0 };
  const add = (patience?: number) =>
    decide(async (read) => {
      const [found] = await read(ref);
      await meanwhile(++tried.attempts);
      const count = Number(found.data()?.count) + 1;
      return { answer: count, writes: [update(found, { count })] };
    }, patience);
  return { tried, add };
}

describe("core: a decision that fails", () => {
  before(() => clearFirestore());

  describe("ends", () => {
    it("with aborted, when it loses each race until its patience is over", async () => {
      const ref = await counter();
      const { tried, add } = adder(ref, (attempt) => ref.set({ count: 100 * attempt }));
      await refused(add(400), "aborted", "contention");
      assert.ok(tried.attempts > 1, `${tried.attempts} attempts`);
      assert.equal(await countOf(ref), 100 * tried.attempts);
    });

    it("with unavailable, when the database does not answer for as long", async () => {
      const ref = await counter();
      const fault = { method: "Commit", kind: "refused", code: DEADLINE_EXCEEDED } as const;
      const { tried, add } = adder(ref, () => firestore.inject(fault));
      await refused(add(300), "unavailable", "not-confirmed");
      assert.ok(tried.attempts > 1, `${tried.attempts} attempts`);
      assert.equal(await countOf(ref), 0);
    });

    it("at once with an error that trying again would not mend", async () => {
      const ref = await counter();
      for (const code of [INVALID_ARGUMENT, PERMISSION_DENIED]) {
        const met = firestore.inject({ method: "Commit", kind: "refused", code });
        const { tried, add } = adder(ref);
        await assert.rejects(add(), (error) => grpcCode(error) === code);
        assert.ok(met(), "the fault was not met");
        assert.equal(tried.attempts, 1);
      }
    });

    it("at once when what it writes is no document", async () => {
      const reserved = db.collection("tries").doc("__reserved__");
      let runs = 0;
      const attempt = decide(async () => {
        runs++;
        return { answer: null, writes: [create(reserved, { count: 1 })] };
      });
      await assert.rejects(attempt, (error) => grpcCode(error) === INVALID_ARGUMENT);
      const ref = await counter();
      const misnamed = decide(async (read) => {
        runs++;
        const [found] = await read(ref);
        return { answer: null, writes: [update(found, { "a..b": 1 })] };
      });
      await assert.rejects(misnamed, /a\.\.b/);
      assert.equal(runs, 2);
    });

    it("with what its body throws, and writes nothing", async () => {
      const ref = await counter();
      const failure = new Error("a fault");
      const bill = await firestore.costOf(async () => {
        const failing = adder(ref, () => Promise.reject(failure));
        await assert.rejects(failing.add(), (error) => error === failure);
        const refusing = adder(ref, () => refuse("not-found", "no-such-thing", "Gone."));
        await refused(refusing.add(), "not-found", "no-such-thing");
      });
      assert.deepEqual(bill, { reads: 2, writes: 0, deletes: 0 });
    });
  });

  describe("when the answer to its commit is lost", () => {
    for (const [name, code] of Object.entries({
      UNKNOWN: 2,
      DEADLINE_EXCEEDED,
      ABORTED: 10,
      INTERNAL: 13,
      UNAVAILABLE: 14,
    })) {
      it(`(${name}) looks whether it was done, and does it once`, async () => {
        const [total, done] = [await counter(), fresh()];
        const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        let runs = 0;
        const answer = await decide(async (read) => {
          runs++;
          const [before, current] = await read(done, total);
          if (before.exists) return { answer: before.data()?.count };
          const count = Number(current.data()?.count) + 1;
          return { answer: count, writes: [create(done, { count }), update(current, { count })] };
        });
        assert.ok(met(), "the fault was not met");
        assert.deepEqual([answer, runs, await countOf(total)], [1, 2, 1]);
      });
    }

    it("and it was not carried out, does it then", async () => {
      const ref = await counter();
      const met = firestore.inject({ method: "Commit", kind: "refused", code: DEADLINE_EXCEEDED });
      assert.equal(await adder(ref).add(), 1);
      assert.ok(met(), "the fault was not met");
      assert.equal(await countOf(ref), 1);
    });
  });

  describe("because something it rests on has changed", () => {
    for (const [name, code] of Object.entries({
      NOT_FOUND: 5,
      ALREADY_EXISTS: 6,
      FAILED_PRECONDITION: 9,
    })) {
      it(`(${name}) runs again`, async () => {
        const ref = await counter();
        const met = firestore.inject({ method: "Commit", kind: "refused", code });
        const { tried, add } = adder(ref);
        assert.equal(await add(), 1);
        assert.ok(met(), "the fault was not met");
        assert.equal(tried.attempts, 2);
      });
    }
  });
});
