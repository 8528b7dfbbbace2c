import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type DocumentData,
  doc,
  getDoc,
  serverTimestamp,
  writeBatch,
} from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import { standing } from "../../support/rulesShape.ts";
import { task } from "../support/documents.ts";
import { owner, shared, writer } from "../support/rulesLists.ts";

const lists = ["a", "b", "c"] as const;
const inLists = fc.constantFrom(...lists);

/** Where it is now, as those who are right know; or anywhere. */
const places = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: inLists },
);

/** One write of a commit, or the two of a move. */
const writes = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("move"), in: places, to: inLists }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom("arrive", "depart", "bin", "restore", "delete", "edit", "revive"),
      in: places,
      to: inLists,
    }),
  },
);
const commits = fc.record({
  who: fc.constantFrom(owner, writer),
  writes: fc.oneof(
    { weight: 3, arbitrary: fc.array(writes, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(writes, { minLength: 2, maxLength: 3 }) },
  ),
});

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 40, seed: 20261128, endOnFailure: true };

describe("todos rules: a task that is moved, whatever happens,", () => {
  const ids = Array.from({ length: runs.numRuns }, (_, n) => `task-${n}`);
  const { as } = guarded("todos-moves-always", {
    ...Object.fromEntries(lists.map((list) => [`lists/${list}`, shared()])),
    ...Object.fromEntries(ids.map((id) => [`lists/a/tasks/${id}`, standing(task(owner))])),
  });
  const at = (id: string, list: string) => `lists/${list}/tasks/${id}`;
  const stands = async (id: string) => {
    const found = await Promise.all(lists.map((list) => getDoc(doc(as(owner), at(id, list)))));
    return Object.fromEntries(lists.map((list, n) => [list, found[n]?.data()]));
  };

  const attempt = async (id: string, { who, writes }: DocumentData, before: DocumentData) => {
    const db = as(who);
    const batch = writeBatch(db);
    const updatedAt = serverTimestamp();
    const place = lists.find((list) => before[list]?.movedTo === null) ?? "a";
    for (const { does, in: given, to } of writes) {
      const here = given ?? place;
      const ref = doc(db, at(id, here));
      const arrival = { ...(before[here] ?? task(who)), movedFrom: here, updatedAt };
      const address = { movedTo: to, deletedAt: updatedAt, updatedAt };
      if (does === "move" || does === "arrive") batch.set(doc(db, at(id, to)), arrival);
      if (does === "move" || does === "depart") batch.update(ref, address);
      if (does === "bin") batch.update(ref, { deletedAt: updatedAt, updatedAt });
      if (does === "restore") batch.update(ref, { deletedAt: null, updatedAt });
      if (does === "revive") batch.update(ref, { deletedAt: null, movedTo: null, updatedAt });
      if (does === "edit") batch.update(ref, { notes: `${before[here]?.notes}.`, updatedAt });
      if (does === "delete") batch.delete(ref);
    }
    return batch.commit().then(
      () => true,
      () => false,
    );
  };

  it("stands in one list, and is lost in none", async () => {
    const unused = ids.values();
    let [tried, taken, moved] = [0, 0, 0];
    const kept = fc.asyncProperty(
      fc.array(commits, { minLength: 8, maxLength: 12 }),
      async (all) => {
        const id = unused.next().value ?? assert.fail("there are too few tasks");
        let before = await stands(id);
        for (const commit of all) {
          tried++;
          if (!(await attempt(id, commit, before))) continue;
          taken++;
          const now = await stands(id);
          const said = JSON.stringify({ commit, before, now });
          const whole = lists.filter((list) => now[list]?.movedTo === null);
          const live = whole.filter((list) => now[list]?.deletedAt === null);
          assert.ok(live.length <= 1 && whole.length <= 1, said);
          // Gone for good from the bin, and in no other way.
          const wasBinned = lists.some(
            (list) => before[list]?.movedTo === null && before[list]?.deletedAt,
          );
          assert.ok(whole.length === 1 || wasBinned || lists.every((list) => !before[list]), said);
          if (whole[0] && !before[whole[0]]?.title) moved++;
          before = now;
          if (whole.length === 0) break;
        }
      },
    );
    await fc.assert(kept, runs);
    assert.ok(tried > 200 && taken > tried / 6 && taken < tried * 0.9, `${taken} of ${tried}`);
    assert.ok(moved > 20, `${moved} were moves`);
  });
});
