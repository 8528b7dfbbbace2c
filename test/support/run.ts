import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end. */
export const run = (folder: string, program: string, ...words: string[]): Promise<Run> =>
  new Promise((resolve) => {
    const environment = { ...process.env, npm_config_audit: "false", npm_config_fund: "false" };
    execFile(program, words, { cwd: folder, env: environment }, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === "number" ? error.code : 1) : 0;
      resolve({ status, stdout, stderr });
    });
  });

/** Runs a program that must succeed. Answers what it printed. */
export async function mustRun(
  folder: string,
  program: string,
  ...words: string[]
): Promise<string> {
  const { status, stdout, stderr } = await run(folder, program, ...words);
  if (status === 0) return stdout;
  throw new Error(`${program} ${words.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
}

/** A folder outside the project, gone when the tests of this block are over. */
export function elsewhere(): string {
  const folder = mkdtempSync(join(tmpdir(), "kindling-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
