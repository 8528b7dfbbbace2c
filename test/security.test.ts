import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../dev/paths.ts";
import * as attackLists from "./attacks.ts";
import type { Attack } from "./support/attacks.ts";

const code = ["firestore.rules", ...globSync("functions/src/**/*.ts", { cwd: root })]
  .map((file) => readFileSync(join(root, file), "utf8"))
  .join("\n");

const all = Object.entries(attackLists).flatMap(([module, list]) =>
  Object.entries<Attack>(list).map(([name, attack]) => ({ name: `${module}: ${name}`, ...attack })),
);

describe("what docs/security.md says of attacks", () => {
  it("is of each module that there is, and of core", () => {
    const folders = globSync("functions/src/*/", { cwd: root }).map((path) =>
      path.split("/").at(-1),
    );
    assert.deepEqual(Object.keys(attackLists).toSorted(), folders.toSorted());
  });

  it("names what stops each, as it is called in the rules or the functions", () => {
    const unknown = all.flatMap(({ name, stoppedBy }) => {
      const named = [...stoppedBy.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);
      if (named.length === 0) return [`${name}: nothing`];
      return named.filter((word) => !code.includes(word)).map((word) => `${name}: ${word}`);
    });
    assert.deepEqual(unknown, []);
  });
});
