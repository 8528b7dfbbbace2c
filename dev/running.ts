import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, stateFolder } from "./paths.ts";
import { commandOf, isAlive, signal } from "./processes.ts";

/**
 * `dev` is what `npm start` runs, `test` what `npm test` runs, `watch` what a part of the tests
 * runs on. All may be up at once.
 */
export type PlatformName = "dev" | "test" | "watch";

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
  /** Of the payment simulator; undefined where Stripe itself is used, with a test key. */
  paymentsUrl: string | undefined;
  uiUrl: string | undefined;
}

const fileOf = (name: PlatformName) => join(stateFolder, name, "running.json");

/** The platform of that name, if it is up: its process is alive and its emulators answer. */
export async function findRunning(name: PlatformName): Promise<Running | undefined> {
  const running = read(name);
  if (!running || !isAlive(running.pid)) return undefined;
  return (await answers(running.hosts.hub)) ? running : undefined;
}

export function saveRunning(name: PlatformName, running: Running): void {
  mkdirSync(join(stateFolder, name), { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify(running, null, 2));
}

export const forgetRunning = (name: PlatformName): void => rmSync(fileOf(name), { force: true });

/** Ends emulators whose starter died without ending them. Called where `findRunning` found none. */
export function endOrphans(name: PlatformName): void {
  // The number of a process that ended may be somebody else's by now.
  for (const one of read(name)?.processes ?? []) {
    if (commandOf(one).includes(root)) signal(one, "SIGKILL");
  }
  forgetRunning(name);
}

function read(name: PlatformName): Running | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(name), "utf8")) as Running;
  } catch {
    return undefined;
  }
}

async function answers(host: string): Promise<boolean> {
  try {
    return (await fetch(`http://${host}/`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
