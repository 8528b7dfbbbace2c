import Mocha from "mocha";
import { isOfScreens } from "./testFiles.ts";

/*
 * Runs the test files that dev/testRun.ts names, one message at a time, in the environment that it has
 * prepared, and answers each with the counts, what failed and the projects that were asked. A process of
 * its own: the tests' modules read where the database is when they are loaded.
 */

// Before anything that logs or connects to the database: they set up what stands in between.
await import("../test/support/logs.ts");
const { projects } = await import("../test/support/firestore.ts");

process.on("message", async (files: string[]) => {
  const options = { timeout: 40_000, slow: 2_000, forbidOnly: true, forbidPending: true };
  const mocha = new Mocha({ ...options, retries: files.every(isOfScreens) ? 1 : 0 });
  const failed: string[] = [];
  const again: string[] = [];
  for (const file of files) mocha.addFile(file);
  try {
    await mocha.loadFilesAsync();
  } catch (error) {
    console.error(error);
    process.send?.({
      passed: 0,
      failed: [`${files.join(", ")}: could not be loaded`],
      again,
      projects: [],
    });
    return;
  }
  const runner = mocha.run(() => {
    mocha.dispose();
    process.send?.({ passed: runner.stats?.passes ?? 0, failed, again, projects: [...projects] });
  });
  runner.on("retry", (test, error) => again.push(`${test.fullTitle()}\n    ${error.message}`));
  runner.on("fail", (test, error) => failed.push(`${test.fullTitle()}\n    ${error.message}`));
});
process.send?.("ready");
