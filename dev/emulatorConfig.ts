import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { root, webOf } from "./paths.ts";
import { freePorts, isFree } from "./ports.ts";
import type { Running } from "./running.ts";

const HOST = "127.0.0.1";

/** The emulators that every platform runs. */
export const SERVICES = ["auth", "firestore", "functions", "hosting", "tasks"] as const;
export type Service = (typeof SERVICES)[number];

export interface Configuration {
  /** The file that the CLI is started with. */
  file: string;
  hosts: Running["hosts"];
  uiUrl: string | undefined;
  /** `[service, port wanted, port got]`. */
  ports: [string, number, number][];
}

/**
 * firebase.json with addresses of our own, written beside it: paths in it are relative to it. The
 * ports of firebase.json are kept where they are free and it is `npm start` that asks.
 */
export async function configure(name: string, ui: boolean): Promise<Configuration> {
  const wanted = JSON.parse(readFileSync(join(root, "firebase.json"), "utf8"));
  const [hub = 0, logging = 0, eventarc = 0, websocket = 0, ...spare] = await freePorts(10);
  const portOf: Record<string, number> = { hub, logging, eventarc };
  const ports: Configuration["ports"] = [];
  for (const service of [...SERVICES, "ui"]) {
    const port: number = wanted.emulators[service].port;
    const keep = name === "dev" && (await isFree(port));
    const got = keep ? port : (spare.pop() ?? 0);
    portOf[service] = got;
    if (service !== "ui" || ui) ports.push([service, port, got]);
  }
  const emulators = Object.fromEntries(
    Object.entries(portOf).map(([service, port]) => [service, { host: HOST, port }]),
  );
  const file = join(root, `.firebase.${name}.json`);
  const contents = {
    ...wanted,
    functions: { ...wanted.functions, configDir: `.kindling/${name}` },
    hosting: { ...wanted.hosting, public: relative(root, webOf(name)) },
    emulators: {
      ...emulators,
      ui: { ...emulators.ui, enabled: ui },
      firestore: { ...emulators.firestore, websocketPort: websocket },
      singleProjectMode: false,
    },
  };
  writeFileSync(file, JSON.stringify(contents, null, 2));
  const at = (service: string) => `${HOST}:${portOf[service]}`;
  const hosts: Running["hosts"] = {
    auth: at("auth"),
    firestore: at("firestore"),
    functions: at("functions"),
    hosting: at("hosting"),
    tasks: at("tasks"),
    hub: at("hub"),
  };
  return { file, hosts, ports, uiUrl: ui ? `http://${at("ui")}` : undefined };
}

/** The functions read their settings here; their secrets are in dev/secrets.ts. */
export function writeSettings(folder: string, settings: Record<string, string>): void {
  const lines = Object.entries(settings).map(([key, value]) => `${key}='${value}'`);
  writeFileSync(join(folder, ".env.local"), `${lines.join("\n")}\n`);
}
