import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildFunctions } from "./functions.ts";
import { root } from "./paths.ts";

/** A check of the source as it lies there; nothing needs to run for it. */
export interface SourceCheck {
  name: string;
  passes: () => boolean;
}

const tool = (name: string, ...words: string[]): boolean =>
  spawnSync(join(root, "node_modules", ".bin", name), words, { cwd: root, stdio: "inherit" })
    .status === 0;

export const lintChecks: readonly SourceCheck[] = [
  { name: "format and lint", passes: () => tool("biome", "check", "--error-on-warnings") },
  { name: "lint of the rules", passes: () => tool("eslint", "firestore.rules") },
];

export const sourceChecks: readonly SourceCheck[] = [
  { name: "types of the back end", passes: () => tool("tsc", "-p", "functions") },
  { name: "types of the web app", passes: () => tool("tsc", "-p", "web") },
  { name: "types of everything else", passes: () => tool("tsc", "-p", ".") },
  ...lintChecks,
  { name: "build", passes: buildFunctions },
];

/** Runs them all, each said in a line. Answers how many passed, and which did not. */
export function runChecks(checks: readonly SourceCheck[]): { passed: number; failures: string[] } {
  const failures: string[] = [];
  for (const { name, passes } of checks) {
    const started = performance.now();
    const good = passes();
    if (!good) failures.push(name);
    console.log(
      `  ${good ? "✔" : "✘"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
  return { passed: checks.length - failures.length, failures };
}
