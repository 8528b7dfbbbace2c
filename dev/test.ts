import { watch } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildCheck, runChecks, sourceChecks } from "./checks.ts";
import { endWithMessage, exitOnSignals } from "./ending.ts";
import { buildFunctions, seed } from "./functions.ts";
import { indexCheck } from "./indexCheck.ts";
import { root } from "./paths.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { requireMachine } from "./preflight/index.ts";
import { findRunning, type Running } from "./running.ts";
import { testFiles } from "./testFiles.ts";
import { runInParallel, runTogether } from "./testRun.ts";

/*
 * npm test                   everything, on a platform of its own
 * npm test -- shop           the test files with "shop" in their path, on what is up already
 * npm test -- --watch shop   the same after every save; brings the platform up once
 */
interface Counts {
  passed: number;
  failed: number;
}

const { values, positionals: words } = parseArgs({
  allowPositionals: true,
  options: { watch: { type: "boolean", default: false } },
});
exitOnSignals();
const machine = await requireMachine();
const everything = words.length === 0 && !values.watch;

const built = await runChecks(everything ? [buildCheck] : []);
if (built.failures.length > 0) {
  console.log("\n0 passed, 1 failed");
  process.exit(1);
}
// The emulators start meanwhile.
const starting = everything ? bringUp() : undefined;
const checked = await runChecks(everything ? sourceChecks : []);
const passed = built.passed + checked.passed;
const { failures } = checked;
const running = everything
  ? undefined
  : ((await findRunning("watch")) ?? (await findRunning("dev")));
const own = running ? undefined : await (starting ?? bringUp());
const platform = running ?? own!;
try {
  if (values.watch) await runOnEverySave(platform, own !== undefined);
  const tested = await runTests(platform);
  close(tested);
} finally {
  await own?.stop(false);
}
process.exit();

/** The line that closes a run, over checks and tests. */
function close(tested: Counts): void {
  const failed = failures.length + tested.failed;
  console.log(`\n${passed + tested.passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

async function bringUp(): Promise<Platform> {
  if (!everything && !buildFunctions()) process.exit(1);
  console.log("  … starting the emulators");
  const started = await startPlatform({ name: everything ? "test" : "watch", machine }).catch(
    endWithMessage,
  );
  await seed(started);
  return started;
}

async function runTests(on: Running): Promise<Counts> {
  const files = testFiles(words);
  if (files.length === 0) console.error(`No test file's path holds ${words.join(" or ")}.`);
  const run = everything ? runInParallel : runTogether;
  const { passed, failed, again, projects } = await run(on, files);
  if (again.length > 0) console.log(`\nTried a second time:\n  ${again.join("\n  ")}`);
  if (everything && failed.length > 0) console.log(`\nFailed:\n  ${failed.join("\n  ")}`);
  const indexes = indexCheck(on.hosts.firestore, [on.project, ...projects]);
  const checked = await runChecks(everything ? [indexes] : []);
  return {
    passed: passed + checked.passed,
    failed: Math.max(failed.length, files.length === 0 ? 1 : 0) + checked.failures.length,
  };
}

async function runOnEverySave(on: Running, builds: boolean): Promise<never> {
  for (;;) {
    const { passed, failed } = await runTests(on);
    console.log(`\n${passed} passed, ${failed} failed. Waiting for the next save …`);
    await nextSave();
    // `npm start` builds for itself.
    if (builds) while (!buildFunctions()) await nextSave();
  }
}

function nextSave(): Promise<void> {
  const places = ["functions/src", "client/src", "web/src", "test", "dev", "firestore.rules"];
  return new Promise((resolve) => {
    const watchers = places.map((place) =>
      watch(join(root, place), { recursive: true }, () => {
        for (const watcher of watchers) watcher.close();
        // Editors save in several steps.
        setTimeout(resolve, 200);
      }),
    );
  });
}
