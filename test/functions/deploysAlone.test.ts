import assert from "node:assert/strict";
import { cpSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { functionsFolder } from "../../dev/paths.ts";
import * as backend from "../../functions/src/index.ts";
import { elsewhere, mustRun } from "../support/run.ts";

const names = Object.entries(backend).flatMap(([module, exports]) =>
  Object.keys(exports).map((name) => `${module}-${name}`),
);

describe("functions: the folder deploys alone", function () {
  this.timeout(120_000);
  const folder = elsewhere();

  before(async () => {
    const left = ["node_modules", "lib", ".secret.local"];
    cpSync(functionsFolder, folder, {
      recursive: true,
      filter: (path) => !left.includes(basename(path)),
    });
    await mustRun(folder, "npm", "ci", "--ignore-scripts", "--prefer-offline");
    await mustRun(folder, "npm", "run", "build");
    await mustRun(folder, "npm", "prune", "--omit=dev", "--ignore-scripts");
  });

  it("builds elsewhere and, with production's packages only, lists every function", async () => {
    const manifest = join(folder, "functions.json");
    await mustRun(
      folder,
      "env",
      `FUNCTIONS_MANIFEST_OUTPUT_PATH=${manifest}`,
      "GCLOUD_PROJECT=demo-elsewhere",
      process.execPath,
      "node_modules/firebase-functions/lib/bin/firebase-functions.js",
      ".",
    );
    const { endpoints, requiredAPIs } = JSON.parse(readFileSync(manifest, "utf8"));
    assert.deepEqual(Object.keys(endpoints).sort(), names.sort());
    assert.ok(requiredAPIs.length > 0);
  });

  it("needs nothing of the bundled libraries there", async () => {
    const listed = await mustRun(folder, "npm", "ls", "--depth=0", "--omit=dev", "--parseable");
    const packages = listed
      .trim()
      .split("\n")
      .slice(1)
      .map((path) => basename(path));
    assert.deepEqual(packages.sort(), ["firebase-admin", "firebase-functions"]);
  });
});
