import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, parseEnv } from "node:util";
import { endWithMessage } from "./ending.ts";
import { environmentOf } from "./functions.ts";
import { environmentOfProject } from "./import/project.ts";
import { functionsFolder, root } from "./paths.ts";
import { findRunning } from "./running.ts";

/*
 * npm run admin -- you@example.com                  makes the first admin of what npm start has running
 * npm run admin -- you@example.com --verify         takes it that the address is theirs
 * npm run admin -- you@example.com --another        where there is an admin already
 * npm run admin -- you@example.com --project <id>   of a real project
 */
const [email, { project, ...flags }] = words();
const environment = project ? environmentThere(project) : await environmentHere();
const { status } = spawnSync(
  process.execPath,
  ["dev/admin/appoint.ts", email, ...Object.keys(flags).map((flag) => `--${flag}`)],
  { cwd: root, env: environment, stdio: "inherit" },
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

/** With what the last deploy was told, such as the app's name. */
function environmentThere(id: string): NodeJS.ProcessEnv {
  const files = [".env", `.env.${id}`].map((name) => join(functionsFolder, name));
  const told = files.filter(existsSync).map((file) => parseEnv(readFileSync(file, "utf8")));
  return { APP_NAME: id, ...Object.assign({}, ...told), ...environmentOfProject(id) };
}

async function environmentHere(): Promise<NodeJS.ProcessEnv> {
  const running = await findRunning("dev");
  if (running) return { APP_NAME: "Kindling", ...environmentOf(running) };
  endWithMessage(
    "Nothing is running: npm start first, or name a real project with --project <id>.",
  );
}
