import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { db } from "../../functions/src/core/db.ts";
import { create, decide, merge, remove, update } from "../../functions/src/core/decide.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const PERMISSION_DENIED = 7;

const fresh = () => db.collection("tries").doc(randomUUID());
type Ref = ReturnType<typeof fresh>;
type Snapshot = Awaited<ReturnType<Ref["get"]>>;

async function counter(count = 0): Promise<Ref> {
  const ref = fresh();
  await ref.set({ count });
  return ref;
}

const countOf = async (ref: Ref): Promise<unknown> => (await ref.get()).data()?.count;

/** Adds one to what it reads. `meanwhile` happens between reading and writing, at each attempt. */
const addOne = (ref: Ref, meanwhile: (attempt: number) => unknown = () => {}): Promise<number> => {
  let attempt = 0;
  return decide(async (read) => {
    const [found] = await read(ref);
    await meanwhile(++attempt);
    const count = Number(found.data()?.count) + 1;
    return { answer: count, writes: [update(found, { count })] };
  });
};

/** Lets everybody who waits for it go on when so many do. */
function barrier(parties: number): () => Promise<void> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let waiting = 0;
  return () => {
    if (++waiting === parties) open();
    return opened;
  };
}

describe("core: a decision", () => {
  before(() => clearFirestore());

  it("reads what it asks for in that order and writes in one commit", async () => {
    const [known, unknown, made] = [await counter(5), fresh(), fresh()];
    const bill = await firestore.costOf(async () => {
      const answer = await decide(async (read) => {
        const [first, second, third] = await read(unknown, known, unknown);
        assert.deepEqual([first.exists, second.data(), third.exists], [false, { count: 5 }, false]);
        const writes = [update(second, { count: 6 }), create(made, { count: 1 })];
        return { answer: "done", writes };
      });
      assert.equal(answer, "done");
    });
    assert.deepEqual([bill.writes, bill.deletes], [2, 0]);
    assert.deepEqual([await countOf(known), await countOf(made)], [6, 1]);
  });

  it("reads nothing where it asks for nothing", async () => {
    const bill = await firestore.costOf(() =>
      decide(async (read) => ({ answer: await read() })).then((found) =>
        assert.deepEqual(found, []),
      ),
    );
    assert.deepEqual(bill, { reads: 0, writes: 0, deletes: 0 });
  });

  it("without writes commits nothing", async () => {
    const ref = await counter();
    const fault = { method: "Commit", kind: "refused", code: PERMISSION_DENIED } as const;
    const met = firestore.inject(fault);
    const bill = await firestore.costOf(() =>
      decide(async (read) => {
        await read(ref);
        return { answer: "nothing to do", writes: [] };
      }),
    );
    assert.ok(!met(), "something was committed");
    assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
    await assert.rejects(addOne(ref));
    assert.ok(met());
  });

  it("merges fields into a document whether it exists or not", async () => {
    const [known, unknown] = [await counter(5), fresh()];
    const writes = [merge(known, { name: "x" }), merge(unknown, { name: "y" })];
    await decide(async () => ({ answer: null, writes }));
    assert.deepEqual((await known.get()).data(), { count: 5, name: "x" });
    assert.deepEqual((await unknown.get()).data(), { name: "y" });
  });

  it("deletes what it has read, in the same commit", async () => {
    const [known, other] = [await counter(5), await counter(1)];
    const bill = await firestore.costOf(() =>
      decide(async (read) => {
        const [found, kept] = await read(known, other);
        return { answer: null, writes: [remove(found), update(kept, { count: 2 })] };
      }),
    );
    assert.deepEqual(bill, { reads: 2, writes: 1, deletes: 1 });
    assert.deepEqual([(await known.get()).exists, await countOf(other)], [false, 2]);
  });

  it("neither updates nor deletes what was not there", async () => {
    for (const change of [remove, (found: Snapshot) => update(found, { count: 1 })]) {
      const ref = fresh();
      const attempt = decide(async (read) => {
        const [found] = await read(ref);
        return { answer: null, writes: [change(found)] };
      });
      await assert.rejects(attempt, /is not there to be changed/);
      assert.equal((await ref.get()).exists, false);
    }
  });

  describe("of many at once about one document", () => {
    for (const racers of [2, 10]) {
      it(`loses nothing: ${racers} who all read the same add ${racers}`, async () => {
        const ref = await counter();
        const allHaveRead = barrier(racers);
        let attempts = 0;
        const answers = await Promise.all(
          Array.from({ length: racers }, () =>
            addOne(ref, (attempt) => {
              attempts++;
              return attempt === 1 && allHaveRead();
            }),
          ),
        );
        assert.equal(await countOf(ref), racers);
        const each = Array.from({ length: racers }, (_, index) => index + 1);
        assert.deepEqual(
          answers.sort((a, b) => a - b),
          each,
        );
        assert.ok(attempts > racers, "nobody lost a race");
      });
    }

    it("that must be new: one makes it, the other finds it made", async () => {
      const ref = fresh();
      const bothHaveRead = barrier(2);
      const makeAs = (name: string) =>
        decide(async (read) => {
          const [found] = await read(ref);
          if (found.exists) return { answer: `${name} found it` };
          await bothHaveRead();
          return { answer: `${name} made it`, writes: [create(ref, { by: name })] };
        });
      const answers = await Promise.all([makeAs("A"), makeAs("B")]);
      const { by } = (await ref.get()).data() ?? {};
      assert.deepEqual(
        answers.sort(),
        [`${by} made it`, `${by === "A" ? "B" : "A"} found it`].sort(),
      );
    });
  });

  describe("runs again, on what is there by then", () => {
    it("when a document it updates has changed", async () => {
      const ref = await counter(1);
      const seen: unknown[] = [];
      const answer = await addOne(ref, async (attempt) => {
        seen.push(attempt);
        if (attempt === 1) await ref.set({ count: 10 });
      });
      assert.deepEqual([answer, seen, await countOf(ref)], [11, [1, 2], 11]);
    });

    it("when a document it updates was deleted", async () => {
      const ref = await counter(1);
      let runs = 0;
      const answer = await decide(async (read) => {
        runs++;
        const [found] = await read(ref);
        if (!found.exists) return { answer: "gone" };
        await ref.delete();
        return { answer: "updated", writes: [update(found, { count: 2 })] };
      });
      assert.deepEqual([answer, runs, await countOf(ref)], ["gone", 2, undefined]);
    });

    it("when a document it deletes has changed", async () => {
      const ref = await counter(1);
      const seen: unknown[] = [];
      await decide(async (read) => {
        const [found] = await read(ref);
        seen.push(found.data()?.count);
        if (seen.length === 1) await ref.set({ count: 10 });
        return { answer: null, writes: [remove(found)] };
      });
      assert.deepEqual([seen, (await ref.get()).exists], [[1, 10], false]);
    });

    it("when a document it deletes was deleted", async () => {
      const [ref, tally] = [await counter(1), await counter(0)];
      let runs = 0;
      const answer = await decide(async (read) => {
        runs++;
        const [found, counted] = await read(ref, tally);
        if (!found.exists) return { answer: "gone" };
        await ref.delete();
        return { answer: "deleted", writes: [remove(found), update(counted, { count: 1 })] };
      });
      assert.deepEqual([answer, runs, await countOf(tally)], ["gone", 2, 0]);
    });

    it("when it was deleted and made anew with the same content", async () => {
      const ref = await counter(1);
      let attempts = 0;
      await addOne(ref, async (attempt) => {
        attempts = attempt;
        if (attempt > 1) return;
        await ref.delete();
        await ref.set({ count: 1 });
      });
      assert.equal(attempts, 2);
    });

    it("and writes all or nothing", async () => {
      const [contested, made] = [await counter(1), fresh()];
      let runs = 0;
      await decide(async (read) => {
        const [found] = await read(contested);
        if (++runs === 1) await contested.set({ count: 10 });
        else assert.equal((await made.get()).exists, false);
        return { answer: null, writes: [create(made, { run: runs }), update(found, { count: 0 })] };
      });
      assert.deepEqual((await made.get()).data(), { run: 2 });
    });
  });
});
