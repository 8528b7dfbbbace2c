import assert from "node:assert/strict";
import { List, lists } from "../../../functions/src/todos/schema.ts";
import { startList } from "../../../functions/src/todos/startList.ts";
import { customer, type Person } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";

/** The event of a profile that somebody has made. */
const makesProfile = ({ uid }: Person): Promise<unknown> =>
  (startList as unknown as { run(event: object): Promise<unknown> }).run({ params: { uid } });

/** The lists that somebody is on, each as lists have to be. */
const listsOf = async ({ uid }: Person): Promise<List[]> => {
  const found = await lists.where("memberIds", "array-contains", uid).get();
  return found.docs.map((list) => List.parse(list.data()));
};

describe("todos: the first list", () => {
  useStillClock();

  it("is there for who makes a profile: empty, in use, theirs alone", async () => {
    const [one, other] = [customer(), customer()];
    const bill = await firestore.costOf(() => makesProfile(one));
    assert.deepEqual(bill, { reads: 1, writes: 1, deletes: 0 });
    const [list, ...more] = await listsOf(one);
    assert.deepEqual(more, []);
    assert.deepEqual(list?.roles, { [one.uid]: "owner" });
    assert.deepEqual([list?.archived, list?.deletedAt], [false, null]);
    assert.deepEqual(await listsOf(other), []);
    await makesProfile(other);
    assert.equal((await listsOf(other)).length, 1);
    assert.equal((await lists.get()).size, 2);
  });

  it("is one, however often its event comes, one after the other and at once", async () => {
    const person = customer();
    await Promise.all(Array.from({ length: 5 }, () => makesProfile(person)));
    await makesProfile(person);
    assert.equal((await listsOf(person)).length, 1);
  });

  for (const moment of ["before", "after"] as const) {
    it(`is one, though its worker dies just ${moment} the commit and another takes over`, async () => {
      const person = customer();
      assert.ok(await dyingAt(1, moment, () => makesProfile(person)));
      await makesProfile(person);
      assert.equal((await listsOf(person)).length, 1);
    });
  }

  it("is one, though the answer to the commit is lost", async () => {
    const person = customer();
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    await makesProfile(person);
    assert.ok(met(), "the fault was not met");
    assert.equal((await listsOf(person)).length, 1);
  });

  it("is left alone once it is there, whatever its owner made of it", async () => {
    const person = customer();
    await makesProfile(person);
    const [found] = (await lists.get()).docs;
    const others = { [person.uid]: "owner", "a-friend": "reader" } as const;
    const change = { title: "Groceries", archived: true, roles: others };
    await found?.ref.update({ ...change, memberIds: Object.keys(others) });
    const before = await listsOf(person);
    assert.deepEqual(await firestore.costOf(() => makesProfile(person)), {
      reads: 1,
      writes: 0,
      deletes: 0,
    });
    assert.deepEqual(await listsOf(person), before);
  });
});
