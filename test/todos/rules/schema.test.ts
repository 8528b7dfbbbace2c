import assert from "node:assert/strict";
import { Task } from "../../../functions/src/todos/schema.ts";
import { heldToSchemas } from "../../support/differential.ts";
import { Double, SERVER_TIME } from "../../support/rulesWire.ts";
import { due, list, repeat, task } from "../support/documents.ts";
import { owner } from "../support/rulesLists.ts";
import { before, ways } from "../support/rulesWays.ts";

const stamps = { createdAt: SERVER_TIME, updatedAt: SERVER_TIME };

describe("todos rules: take exactly what the schemas take", () => {
  const { create } = heldToSchemas("todos", before, ways);

  it("let lists and tasks have those ids that the schema takes, and no other", async () => {
    const ids = ["x".repeat(64), "a-B_9", "x".repeat(65), "a.b", "é", "a b", "a:b"];
    for (const id of ids) {
      const right = Task.shape.movedTo.safeParse(id).success;
      assert.equal(await create(owner, `lists/${id}`, { ...list(owner), ...stamps }), right, id);
      const made = await create(owner, `lists/home/tasks/${id}`, { ...task(owner), ...stamps });
      assert.equal(made, right, id);
    }
  });

  it("refuse whole numbers that are stored as doubles, which schemas can't tell", async () => {
    const right = { ...task(owner, { due, repeat, priority: 2 }), ...stamps };
    const made = (fields: object) =>
      create(owner, "lists/home/tasks/double", { ...right, ...fields });
    for (const fields of [
      { priority: new Double(2) },
      { priority: new Double(-0) },
      { repeat: { ...repeat, every: new Double(2) } },
      { repeat: { ...repeat, day: new Double(2) } },
      { repeat: { ...repeat, weekdays: [1, new Double(1)] } },
    ]) {
      assert.equal(await made(fields), false, JSON.stringify(fields));
    }
    assert.equal(await made({}), true);
  });
});
