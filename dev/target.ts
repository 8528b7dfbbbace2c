import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { endWithMessage } from "./ending.ts";
import { environmentOf } from "./functions.ts";
import { functionsFolder } from "./paths.ts";
import { findRunning } from "./running.ts";

/**
 * The environment of a command that works on what `npm start` has running or, where one is named, on a
 * real project, with what the last deploy was told (such as the app's name).
 */
export async function environmentFor(project: string | undefined): Promise<NodeJS.ProcessEnv> {
  if (project !== undefined) return { ...toldTo(project), ...environmentOfProject(project) };
  const running = await findRunning("dev");
  if (running) return environmentOf(running);
  endWithMessage(
    "Nothing is running: npm start first, or name a real project with --project <id>.",
  );
}

function toldTo(project: string): NodeJS.ProcessEnv {
  const files = [".env", `.env.${project}`].map((name) => join(functionsFolder, name));
  const told = files.filter(existsSync).map((file) => parseEnv(readFileSync(file, "utf8")));
  return Object.assign({ APP_NAME: project }, ...told);
}

/** What would lead elsewhere than to the project that was named. */
const misleading = [
  "FIRESTORE_EMULATOR_HOST",
  "FIREBASE_AUTH_EMULATOR_HOST",
  "GCLOUD_PROJECT",
  "GOOGLE_CLOUD_PROJECT",
];

/** The environment in which code of the functions speaks to a real project. */
export function environmentOfProject(
  projectId: string,
  inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !misleading.includes(name));
  return {
    ...Object.fromEntries(kept),
    FIREBASE_CONFIG: JSON.stringify({ projectId }),
    GOOGLE_CLOUD_PROJECT: projectId,
  };
}
