import { registerHooks } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import * as fc from "fast-check";
import Mocha from "mocha";
import { loads } from "./imports.ts";
// Before anything that logs: it sets up what stands in between.
import "../../../test/support/logs.ts";

/*
 * Runs the tests of one source file again and again, each time with another text in its place. What
 * loads the file is loaded anew with it. A process of its own: a mutant may run for ever.
 */

/** What a process is told: a text for the file; at first the one that it has. */
export interface Trial {
  file: string;
  tests: readonly string[];
  source: string;
  /** How long it may take, in milliseconds of the processor; then the process ends. */
  patience: number;
}

/** What it answers. */
export interface Verdict {
  passed: number;
  /** The title of the first test that failed, and why. */
  failed?: string;
  /** Milliseconds of the processor. */
  took: number;
}

const watch = new Worker(new URL("./watch.ts", import.meta.url));
let round = 0;
let trial: Trial;
const fresh = new Map<string, boolean>();

/** Whether what a module does depends on the text of the file. */
function dependsOnIt(url: string): boolean {
  if (!url.startsWith("file:") || url.includes("/node_modules/")) return false;
  const known = fresh.get(url) ?? loads(fileURLToPath(url), trial.file);
  fresh.set(url, known);
  return known;
}

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const isAsked = !found.url.includes("?") && dependsOnIt(found.url);
    return isAsked ? { ...found, url: `${found.url}?${round}` } : found;
  },
  load(url, context, next) {
    if (url !== `${pathToFileURL(trial.file)}?${round}`) return next(url, context);
    return { format: "module-typescript", source: trial.source, shortCircuit: true };
  },
});

// The same cases for each mutant. What is wrong need not be made small.
fc.configureGlobal({ seed: 1, endOnFailure: true });

async function verdict(): Promise<Omit<Verdict, "took">> {
  const mocha = new Mocha({ bail: true, timeout: 40_000, reporter: Mocha.reporters.Base });
  // Mocha itself would `require` them, which answers the same module again.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  try {
    for (const test of trial.tests) await import(`${pathToFileURL(test)}?${round}`);
  } catch (error) {
    return { passed: 0, failed: `could not be loaded: ${error}` };
  }
  return new Promise((resolve) => {
    let failed: string | undefined;
    const runner = mocha.run(() => {
      mocha.dispose();
      resolve({ passed: runner.stats?.passes ?? 0, failed });
    });
    runner.on("fail", (test, error) => {
      failed ??= `${test.fullTitle()}: ${error.message}`;
    });
  });
}

process.on("message", async (next: Trial) => {
  round += 1;
  trial = next;
  watch.postMessage(trial.patience);
  const before = process.cpuUsage();
  const answer = await verdict();
  const { user, system } = process.cpuUsage(before);
  process.send?.({ ...answer, took: (user + system) / 1_000 });
});
process.send?.("ready");
