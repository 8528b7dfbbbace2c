import { globSync } from "node:fs";
import { join, relative } from "node:path";
import Mocha from "mocha";
import { root } from "./paths.ts";

// Runs the test files whose path holds one of the words given (all of them without a word), in
// the environment that dev/test.ts prepared, and tells it the counts.
const words = process.argv.slice(2);
const files = globSync(join(root, "test/**/*.test.ts"))
  .filter((file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)))
  .sort();
if (files.length === 0) console.error(`No test file's path holds ${words.join(" or ")}.`);

const mocha = new Mocha({ timeout: 20_000, slow: 2_000, forbidOnly: true, forbidPending: true });
// Before anything that logs or connects to the database: they set up what stands in between.
await import("../test/support/logs.ts");
await import("../test/support/firestore.ts");
for (const file of files) mocha.addFile(file);
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  const passed = runner.stats?.passes ?? 0;
  const failed = Math.max(failures, files.length === 0 ? 1 : 0);
  process.send?.({ passed, failed }, () => process.exit(failed === 0 ? 0 : 1));
});
