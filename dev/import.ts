import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { endWithMessage } from "./ending.ts";
import { environmentOf } from "./functions.ts";
import { environmentOfProject } from "./import/project.ts";
import { root } from "./paths.ts";
import { findRunning } from "./running.ts";

/*
 * npm run import -- catalogue.csv                   onto what npm start has running
 * npm run import -- catalogue.csv --dry-run         looks and says, writes nothing
 * npm run import -- catalogue.csv --project <id>    onto a real project
 */
const [file, { project, ...flags }] = words();
const environment = project ? environmentOfProject(project) : await environmentHere();
const { status } = spawnSync(
  process.execPath,
  [
    "dev/import/shop.ts",
    resolve(process.env.INIT_CWD ?? ".", file),
    ...(flags["dry-run"] ? ["--dry-run"] : []),
  ],
  { cwd: root, env: environment, stdio: "inherit" },
);
process.exit(status ?? 1);

function words() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { "dry-run": { type: "boolean" }, project: { type: "string" } },
    });
    const [only, ...more] = positionals;
    if (only !== undefined && more.length === 0) return [only, values] as const;
    throw new Error("Name one file: npm run import -- catalogue.csv [--dry-run] [--project <id>]");
  } catch (error) {
    endWithMessage(error);
  }
}

async function environmentHere(): Promise<NodeJS.ProcessEnv> {
  const running = await findRunning("dev");
  if (running) return environmentOf(running);
  endWithMessage(
    "Nothing is running: npm start first, or name a real project with --project <id>.",
  );
}
