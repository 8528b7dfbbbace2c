import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { endWithMessage } from "./ending.ts";
import { root } from "./paths.ts";
import { environmentFor } from "./target.ts";

/*
 * npm run import -- catalogue.csv                   onto what npm start has running
 * npm run import -- catalogue.csv --dry-run         looks and says, writes nothing
 * npm run import -- catalogue.csv --project <id>    onto a real project
 */
const [file, { project, ...flags }] = words();
const { status } = spawnSync(
  process.execPath,
  [
    "dev/import/shop.ts",
    resolve(process.env.INIT_CWD ?? ".", file),
    ...(flags["dry-run"] ? ["--dry-run"] : []),
  ],
  { cwd: root, env: await environmentFor(project), stdio: "inherit" },
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
