import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../dev/paths.ts";
import { clientWrites } from "../support/clientWrites.ts";

describe("core: what clients write", () => {
  it("is held to its schemas in each module that has any, by its own test of that", () => {
    const modules = new Set(clientWrites.map(({ section }) => section));
    assert.ok(modules.size > 0);
    const untried = [...modules].filter((module) => {
      const file = join(root, `test/${module}/rules/schema.test.ts`);
      return !existsSync(file) || !readFileSync(file, "utf8").includes(`heldToSchemas("${module}"`);
    });
    assert.deepEqual(untried, []);
  });
});
