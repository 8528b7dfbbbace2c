import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "./paths.ts";
import { isAlive, signal } from "./processes.ts";

/** `dev` is what `npm start` runs, `test` what the tests run. Both may run at once. */
export type PlatformName = "dev" | "test";

/** What other commands need to know of a platform that is up. */
export interface Running {
  project: string;
  /** Of the process that started it. */
  pid: number;
  /** The emulators. */
  processes: number[];
  hosts: Record<"auth" | "firestore" | "functions" | "hosting" | "tasks" | "hub", string>;
  inboxUrl: string;
  smtpPort: number;
  uiUrl: string | undefined;
}

const fileOf = (name: PlatformName) => join(stateFolder, name, "running.json");

/** The platform of that name, if its process is alive. */
export function findRunning(name: PlatformName): Running | undefined {
  const running = read(name);
  return running && isAlive(running.pid) ? running : undefined;
}

export function saveRunning(name: PlatformName, running: Running): void {
  mkdirSync(join(stateFolder, name), { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(running, null, 2));
}

export const forgetRunning = (name: PlatformName): void => rmSync(fileOf(name), { force: true });

/** Ends emulators whose starter died without ending them. */
export function endOrphans(name: PlatformName): void {
  const running = read(name);
  if (!running || isAlive(running.pid)) return;
  for (const one of running.processes) signal(one, "SIGKILL");
  forgetRunning(name);
}

function read(name: PlatformName): Running | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(name), "utf8")) as Running;
  } catch {
    return undefined;
  }
}
