import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Recording } from "../../test/support/recording.ts";
import { stateFolder } from "../paths.ts";
import type { Running } from "../running.ts";
import { testFiles } from "../testFiles.ts";
import { runTogether } from "../testRun.ts";
import { recordingsIn } from "./replay.ts";

const folder = join(stateFolder, "proof", "recorded");

/** Runs the tests of the rules, of these modules where any are named, and answers what they asked. */
export async function record(
  running: Running,
  modules: readonly string[],
): Promise<{ recordings: Recording[]; failed: string[] }> {
  rmSync(folder, { recursive: true, force: true });
  const files = testFiles(modules.map((name) => `test/${name}/`)).filter((file) =>
    /\bguarded\(/.test(readFileSync(file, "utf8")),
  );
  process.env.KINDLING_RECORD_TO = folder;
  const { failed } = await runTogether(running, files);
  delete process.env.KINDLING_RECORD_TO;
  return { recordings: recordingsIn(folder), failed };
}
