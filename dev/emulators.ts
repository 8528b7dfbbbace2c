import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import {
  type Configuration,
  configure,
  SERVICES,
  type Service,
  writeSettings,
} from "./emulatorConfig.ts";
import { cacheFolder, root, stateFolder } from "./paths.ts";
import type { Machine } from "./preflight/index.ts";
import { descendantsOf, isAlive, type Known, know, leftOf, signal } from "./processes.ts";

export interface EmulatorOptions {
  name: string;
  project: string;
  machine: Machine;
  /** Of the emulators; all that a platform runs where nothing is said. */
  services?: readonly Service[];
  /** Values of the functions' settings (core/settings.ts). */
  settings?: (hosts: Configuration["hosts"]) => Record<string, string>;
  /** An earlier export to begin with. */
  data?: string | undefined;
  /** Called with each line of the functions' own output. */
  onFunctionOutput?: (line: string) => void;
  /** Called with each line of the emulators' output. */
  onLine?: (line: string) => void;
}

export interface Emulators {
  /** All of theirs. */
  processes: number[];
  hosts: Configuration["hosts"];
  uiUrl: Configuration["uiUrl"];
  ports: Configuration["ports"];
  /** Resolves when the emulators end by themselves. */
  ended: Promise<void>;
  export(folder: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the Firebase emulators, on the ports of firebase.json where those are free, and returns
 * when all of them are ready. They do not hear of Ctrl-C themselves, only by way of `stop`.
 */
export async function startEmulators(options: EmulatorOptions): Promise<Emulators> {
  const { name, project, machine, settings, data, services = SERVICES } = options;
  const folder = join(stateFolder, name);
  mkdirSync(folder, { recursive: true });
  const { file, hosts, ports, uiUrl } = await configure(name, machine.ui);
  if (settings) writeSettings(folder, settings(hosts));

  const cli = join(
    dirname(createRequire(import.meta.url).resolve("firebase-tools/package.json")),
    "lib/bin/firebase.js",
  );
  const words = ["emulators:start", "--project", project, "--config", file];
  words.push("--only", services.join(","));
  if (data !== undefined) words.push("--import", data);

  const child = spawn(process.execPath, [cli, ...words], {
    // Where they leave their debug logs.
    cwd: folder,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: environmentFor(machine),
  });
  // If we end in the middle of something, the CLI still ends what it has started.
  process.once("exit", () => signal(child.pid ?? 0, "SIGTERM"));
  const log = join(folder, "emulators.log");
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await ready(child, log, ended, options);

  const processes = [child.pid ?? 0, ...descendantsOf(child.pid ?? 0)];
  const first = know(processes);
  return {
    processes,
    hosts,
    uiUrl,
    ports,
    ended,
    export: (target) => exportTo(hosts.hub, target),
    stop: () => stopAll(child, ended, first),
  };
}

function environmentFor({ java, firestore }: Machine): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), dirname(java.path), process.env.PATH ?? ""];
  return {
    ...process.env,
    PATH: path.join(delimiter),
    JAVA_TOOL_OPTIONS: [process.env.JAVA_TOOL_OPTIONS, "-Xmx3g", LOGGING].join(" ").trim(),
    ...("binary" in firestore ? { FIRESTORE_EMULATOR_BINARY_PATH: firestore.binary } : {}),
    METADATA_SERVER_DETECTION: "none",
    // Stack traces name functions/src, not the bundle. And there is a process for each function: less
    // room for what dies young saves each of them a third of its memory.
    NODE_OPTIONS: "--enable-source-maps --max-semi-space-size=1",
    NODE_COMPILE_CACHE: join(cacheFolder, "compiled"),
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: "true",
  };
}

/** In quotes, since the path may have blanks. */
const LOGGING = `"-Djava.util.logging.config.file=${join(root, "dev/emulators.logging.properties")}"`;

/** A download may take its time; more than this is a stall. */
const PATIENCE = 10 * 60_000;

async function ready(
  child: ChildProcess,
  log: string,
  ended: Promise<void>,
  { onFunctionOutput, onLine }: EmulatorOptions,
): Promise<void> {
  const file = createWriteStream(log);
  const last: string[] = [];
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        file.write(`${line}\n`);
        onLine?.(line);
        last.push(line);
        if (last.length > 15) last.shift();
        if (line.includes("All emulators ready")) resolve();
        if (line.startsWith(">") || line.startsWith("⚠")) onFunctionOutput?.(line);
      });
    }
  });
  const stalled = pause(PATIENCE, undefined, { ref: false });
  const failed = Promise.race([ended, stalled]).then(() => {
    throw new Error(`The emulators did not start. The end of ${log}:\n  ${last.join("\n  ")}`);
  });
  await Promise.race([isReady, failed]);
}

/** Into a folder that is made for it: the CLI wants it to exist. */
async function exportTo(hub: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const answer = await fetch(`http://${hub}/_admin/export`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: folder, initiatedBy: "kindling" }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`The data could not be saved: ${await answer.text()}`);
}

/**
 * Asks the CLI to end, which ends the others; after ten seconds makes all of them, those of the beginning
 * as well: the Java of a CLI that has died is nobody's child.
 */
async function stopAll(child: ChildProcess, ended: Promise<void>, first: Known): Promise<void> {
  const pid = child.pid ?? 0;
  const all = [...new Set([...leftOf(first), ...descendantsOf(pid)])];
  signal(pid, "SIGTERM");
  await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
  for (let wait = 0; wait < 20 && all.some(isAlive); wait++) await pause(100);
  for (const one of all) signal(one, "SIGKILL");
}
