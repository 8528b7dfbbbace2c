import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { buildFunctions } from "./functions.ts";
import { root } from "./paths.ts";

/** A check beside the tests. */
export interface Check {
  name: string;
  passes: () => boolean | Promise<boolean>;
}

async function tool(name: string, ...words: string[]): Promise<boolean> {
  const program = join(root, "node_modules", ".bin", name);
  const [status] = await once(spawn(program, words, { cwd: root, stdio: "inherit" }), "exit");
  return status === 0;
}

/** Of the source as it lies there; nothing needs to run for them. */
export const lintChecks: readonly Check[] = [
  { name: "format and lint", passes: () => tool("biome", "check", "--error-on-warnings") },
  { name: "lint of the rules", passes: () => tool("eslint", "firestore.rules") },
];

export const buildCheck: Check = { name: "build", passes: buildFunctions };

export const sourceChecks: readonly Check[] = [
  { name: "types of the back end", passes: () => tool("tsc", "-p", "functions") },
  { name: "types of the web app", passes: () => tool("tsc", "-p", "web") },
  { name: "types of everything else", passes: () => tool("tsc", "-p", ".") },
  ...lintChecks,
];

/** Runs them all, each said in a line. Answers how many passed, and which did not. */
export async function runChecks(
  checks: readonly Check[],
): Promise<{ passed: number; failures: string[] }> {
  const failures: string[] = [];
  for (const { name, passes } of checks) {
    const started = performance.now();
    const good = await passes();
    if (!good) failures.push(name);
    console.log(
      `  ${good ? "✔" : "✘"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
    );
  }
  return { passed: checks.length - failures.length, failures };
}
