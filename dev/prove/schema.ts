import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "../paths.ts";
import { testFiles } from "../testFiles.ts";
import { runTogether } from "../testRun.ts";
import type { Part } from "./part.ts";

const folder = join(stateFolder, "proof", "schema");

/** So many times the documents that `npm test` tries. */
const RUNS = "10";

interface Counts {
  ways: Record<string, { tried: number; taken: number; refused: number }>;
}

/** That the rules take exactly the documents that the schemas take. Each run tries others; it prints their seed. */
export const schema: Part = async ({ stage, modules, say }) => {
  rmSync(folder, { recursive: true, force: true });
  const files = testFiles(modules.map((name) => `test/${name}/`)).filter((file) =>
    file.endsWith("/rules/schema.test.ts"),
  );
  Object.assign(process.env, { KINDLING_RUNS: RUNS, KINDLING_PROOF_TO: folder });
  const failed: string[] = [];
  // One by one: the emulator keeps all that it has judged, for as long as a project has its rules.
  for (const file of files) failed.push(...(await runTogether(stage.running, [file])).failed);
  delete process.env.KINDLING_RUNS;
  delete process.env.KINDLING_PROOF_TO;
  const ways = readdirSync(folder).flatMap((name) => {
    const { ways }: Counts = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return Object.values(ways);
  });
  const sum = (of: "tried" | "taken" | "refused") => ways.reduce((all, way) => all + way[of], 0);
  say(
    `${sum("tried")} documents in ${ways.length} ways: ${sum("taken")} taken by both, ` +
      `${sum("refused")} refused by both`,
  );
  return failed;
};
