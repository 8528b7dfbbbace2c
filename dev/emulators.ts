import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { functionsFolder, root, stateFolder } from "./paths.ts";
import { freePorts, isFree } from "./ports.ts";
import type { Machine } from "./preflight/index.ts";
import { descendantsOf, isAlive, signal } from "./processes.ts";
import type { PlatformName, Running } from "./running.ts";

const HOST = "127.0.0.1";
const SERVICES = ["auth", "firestore", "functions", "hosting", "tasks"] as const;

export interface EmulatorOptions {
  name: PlatformName;
  project: string;
  machine: Machine;
  /** Values of the functions' settings (core/settings.ts). */
  settings: Record<string, string>;
  /** An earlier export to begin with. */
  data?: string | undefined;
  /** Called with each line of the functions' own output. */
  onFunctionOutput?: (line: string) => void;
}

export interface Emulators {
  /** All of theirs. */
  processes: number[];
  hosts: Running["hosts"];
  uiUrl: string | undefined;
  /** Ports that were taken and replaced: `[service, wanted, got]`. */
  moved: [string, number, number][];
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
  const { name, project, machine, settings, data } = options;
  const folder = join(stateFolder, name);
  mkdirSync(folder, { recursive: true });
  const { config, hosts, moved, uiUrl } = await configure(name, machine.ui);
  writeSettings(folder, settings);

  const cli = join(
    dirname(createRequire(import.meta.url).resolve("firebase-tools/package.json")),
    "lib/bin/firebase.js",
  );
  const words = ["emulators:start", "--project", project, "--config", config];
  words.push("--only", [...SERVICES, ...(machine.ui ? ["ui"] : [])].join(","));
  if (data !== undefined && existsSync(data)) words.push("--import", data);

  const child = spawn(process.execPath, [cli, ...words], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: environmentFor(machine),
  });
  // If we end in the middle of something, the CLI still ends what it has started.
  process.once("exit", () => signal(child.pid ?? 0, "SIGTERM"));
  const log = join(folder, "emulators.log");
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(child, log, ended, options.onFunctionOutput);

  return {
    processes: [child.pid ?? 0, ...descendantsOf(child.pid ?? 0)],
    hosts,
    uiUrl,
    moved,
    ended,
    export: (target) => exportTo(hosts.hub, target),
    stop: () => stopAll(child, ended),
  };
}

/** firebase.json with addresses of our own, written beside it: paths in it are relative to it. */
async function configure(name: PlatformName, ui: boolean) {
  const wanted = JSON.parse(readFileSync(join(root, "firebase.json"), "utf8"));
  const services = [...SERVICES, "ui"] as const;
  const [hub = 0, logging = 0, eventarc = 0, websocket = 0, ...spare] = await freePorts(10);
  const ports: Record<string, number> = { hub, logging, eventarc };
  const moved: [string, number, number][] = [];
  for (const service of services) {
    const port: number = wanted.emulators[service].port;
    const keep = name === "dev" && (await isFree(port));
    ports[service] = keep ? port : (spare.pop() ?? 0);
    if (!keep && name === "dev" && (service !== "ui" || ui))
      moved.push([service, port, ports[service]]);
  }
  const emulators = Object.fromEntries(
    Object.entries(ports).map(([service, port]) => [service, { host: HOST, port }]),
  );
  const config = join(root, `.firebase.${name}.json`);
  const contents = {
    ...wanted,
    functions: { ...wanted.functions, configDir: `.kindling/${name}` },
    emulators: {
      ...emulators,
      ui: { ...emulators.ui, enabled: ui },
      firestore: { ...emulators.firestore, websocketPort: websocket },
      singleProjectMode: false,
    },
  };
  writeFileSync(config, JSON.stringify(contents, null, 2));
  const at = (service: string) => `${HOST}:${ports[service]}`;
  const hosts: Running["hosts"] = {
    auth: at("auth"),
    firestore: at("firestore"),
    functions: at("functions"),
    hosting: at("hosting"),
    tasks: at("tasks"),
    hub: at("hub"),
  };
  return { config, hosts, moved, uiUrl: ui ? `http://${at("ui")}` : undefined };
}

/** The functions read their settings here; secrets have to lie in the functions' own folder. */
function writeSettings(folder: string, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([key, value]) => `${key}='${value}'`);
  writeFileSync(join(folder, ".env.local"), `${lines.join("\n")}\n`);
  const secrets = join(functionsFolder, ".secret.local");
  if (!existsSync(secrets)) writeFileSync(secrets, "SMTP_PASSWORD=none-needed-locally\n");
}

function environmentFor({ java, firestore }: Machine): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), dirname(java.path), process.env.PATH ?? ""];
  return {
    ...process.env,
    PATH: path.join(delimiter),
    JAVA_HOME: dirname(dirname(java.path)),
    JAVA_TOOL_OPTIONS: "-Xmx2g",
    ...("binary" in firestore ? { FIRESTORE_EMULATOR_BINARY_PATH: firestore.binary } : {}),
    METADATA_SERVER_DETECTION: "none",
    // Stack traces name functions/src, not the bundle.
    NODE_OPTIONS: "--enable-source-maps",
    FIREBASE_FUNCTIONS_DISCOVERY_OUTPUT_PATH: "true",
  };
}

async function ready(
  child: ChildProcess,
  log: string,
  ended: Promise<void>,
  onFunctionOutput: ((line: string) => void) | undefined,
): Promise<void> {
  const file = createWriteStream(log);
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        file.write(`${line}\n`);
        if (line.includes("All emulators ready")) resolve();
        if (line.startsWith(">") || line.startsWith("⚠")) onFunctionOutput?.(line);
      });
    }
  });
  const failed = ended.then(() => {
    const tail = readFileSync(log, "utf8").trim().split("\n").slice(-15).join("\n  ");
    throw new Error(`The emulators did not start. The end of ${log}:\n  ${tail}`);
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
  });
  if (!answer.ok) throw new Error(`The data could not be saved: ${await answer.text()}`);
}

/** Asks the CLI to end, which ends the others; after ten seconds makes all of them. */
async function stopAll(child: ChildProcess, ended: Promise<void>): Promise<void> {
  const pid = child.pid ?? 0;
  const all = [pid, ...descendantsOf(pid)];
  signal(pid, "SIGTERM");
  await Promise.race([ended, pause(10_000, undefined, { ref: false })]);
  for (let wait = 0; wait < 20 && all.some(isAlive); wait++) await pause(100);
  for (const one of all) signal(one, "SIGKILL");
}
