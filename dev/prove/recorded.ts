import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Recording } from "../../test/support/recording.ts";
import { stateFolder } from "../paths.ts";
import type { Running } from "../running.ts";
import { testFiles } from "../testFiles.ts";
import { runTogether } from "../testRun.ts";
import { recordingsIn } from "./replay.ts";

/** Others ask the rules, too, but by an SDK whose requests can't be read. */
const ABOUT_RULES = /\/(rules\/|rules\.test|access\.test|attacks\.test)/;

const folder = join(stateFolder, "proof", "recorded");

/** Runs the tests of the rules, of these modules where any are named, and answers what they asked. */
export async function record(
  running: Running,
  modules: readonly string[],
): Promise<{ recordings: Recording[]; failed: string[] }> {
  rmSync(folder, { recursive: true, force: true });
  // What all modules share shows in each of them.
  const folders = modules.includes("shared") ? [] : modules.map((name) => `test/${name}/`);
  const files = testFiles(folders).filter((file) => ABOUT_RULES.test(file));
  process.env.KINDLING_RECORD_TO = folder;
  const { failed } = await runTogether(running, files);
  delete process.env.KINDLING_RECORD_TO;
  return { recordings: recordingsIn(folder), failed };
}
