import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { endWithMessage } from "./ending.ts";
import { root } from "./paths.ts";
import { environmentFor } from "./target.ts";

/*
 * npm run admin -- you@example.com                  makes the first admin of what npm start has running
 * npm run admin -- you@example.com --verify         takes it that the address is theirs
 * npm run admin -- you@example.com --another        where there is an admin already
 * npm run admin -- you@example.com --project <id>   of a real project
 */
const [email, { project, ...flags }] = words();
const { status } = spawnSync(
  process.execPath,
  ["dev/admin/appoint.ts", email, ...Object.keys(flags).map((flag) => `--${flag}`)],
  { cwd: root, env: await environmentFor(project), stdio: "inherit" },
);
process.exit(status ?? 1);

function words() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        another: { type: "boolean" },
        project: { type: "string" },
        verify: { type: "boolean" },
      },
    });
    const [only, ...more] = positionals;
    if (only !== undefined && more.length === 0) return [only, values] as const;
    throw new Error(
      "Name one address: npm run admin -- you@example.com [--verify] [--another] [--project <id>]",
    );
  } catch (error) {
    endWithMessage(error);
  }
}
