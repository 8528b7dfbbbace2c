import { spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { forwardAuthMails } from "./authMails.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import { startInbox } from "./inbox.ts";
import { functionsFolder, root, stateFolder } from "./paths.ts";
import { freePorts, isFree } from "./ports.ts";
import type { Machine } from "./preflight/index.ts";
import {
  endOrphans,
  findRunning,
  forgetRunning,
  type PlatformName,
  type Running,
  saveRunning,
} from "./running.ts";
import { runSchedules } from "./schedules.ts";

const INBOX_PORT = 1080;

export interface Platform extends Running {
  moved: Emulators["moved"];
  ended: Promise<void>;
  /** Ends everything; with `keep`, the data is there next time. */
  stop(keep: boolean): Promise<void>;
}

export interface PlatformOptions {
  name: PlatformName;
  machine: Machine;
  onFunctionOutput?: (line: string) => void;
}

/** The project ids begin with `demo-`: with such a one nothing ever reaches the cloud. */
const PROJECTS: Record<PlatformName, string> = {
  dev: "demo-kindling",
  test: "demo-kindling-test",
  watch: "demo-kindling-watch",
};

/**
 * Everything an app needs from the cloud, on this machine: the emulators with the functions as
 * built, an inbox that takes all mail, the schedules.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { name } = options;
  const other = await findRunning(name);
  if (other) throw new Error(`It is running already, process ${other.pid}.`);
  endOrphans(name);
  const keptMails = name === "dev" ? join(stateFolder, name, "mails") : undefined;
  const wanted = name === "dev" && (await isFree(INBOX_PORT));
  const [other = 0] = await freePorts(1);
  const inbox = await startInbox(wanted ? INBOX_PORT : other, keptMails);

  const project = PROJECTS[name];
  const kept = name === "dev" ? dataFolder : undefined;
  const emulators = await startEmulators({
    ...options,
    project,
    data: kept,
    settings: {
      ALLOWED_ORIGINS: '["*"]',
      MAIL_FROM: "Kindling <shop@kindling.example>",
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(inbox.smtpPort),
    },
  }).catch(async (error) => {
    await inbox.stop();
    throw error;
  });

  const running: Running = {
    project,
    pid: process.pid,
    processes: emulators.processes,
    hosts: emulators.hosts,
    inboxUrl: inbox.url,
    smtpPort: inbox.smtpPort,
    uiUrl: emulators.uiUrl,
  };
  saveRunning(name, running);
  const endForwarding = forwardAuthMails(`http://${running.hosts.auth}`, project, inbox.smtpPort);
  const endSchedules = runSchedules(running);

  return {
    ...running,
    moved:
      wanted || name !== "dev"
        ? emulators.moved
        : [...emulators.moved, ["inbox", INBOX_PORT, other]],
    ended: emulators.ended,
    async stop(keep) {
      endSchedules();
      endForwarding();
      try {
        if (keep) await save(emulators);
      } finally {
        await emulators.stop();
        await inbox.stop();
        forgetRunning(name);
      }
    },
  };
}

const dataFolder = join(stateFolder, "dev", "data");

/** Drops what earlier starts have kept: data and mails. */
export function dropData(): void {
  rmSync(dataFolder, { recursive: true, force: true });
  rmSync(join(stateFolder, "dev", "mails"), { recursive: true, force: true });
}

/** The old export is replaced only once the new one is complete. */
async function save(emulators: Emulators): Promise<void> {
  const [fresh, old] = [`${dataFolder}.new`, `${dataFolder}.old`];
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
  await emulators.export(fresh);
  if (existsSync(dataFolder)) renameSync(dataFolder, old);
  renameSync(fresh, dataFolder);
  rmSync(old, { recursive: true, force: true });
}

/** Bundles the functions, as a deploy would. Answers whether that worked; prints why not. */
export function buildFunctions(): boolean {
  return (
    spawnSync(process.execPath, ["build.mjs"], { cwd: functionsFolder, stdio: "inherit" })
      .status === 0
  );
}

/** The environment in which code of the functions, run outside them, finds the emulators. */
export const environmentOf = ({ hosts, project, smtpPort }: Running): NodeJS.ProcessEnv => ({
  ...process.env,
  GCLOUD_PROJECT: project,
  FIRESTORE_EMULATOR_HOST: hosts.firestore,
  FIREBASE_AUTH_EMULATOR_HOST: hosts.auth,
  METADATA_SERVER_DETECTION: "none",
  SMTP_HOST: "127.0.0.1",
  SMTP_PORT: String(smtpPort),
});

/** Fills the platform with the demo data, where it is missing. Answers what there is now. */
export function seed(running: Running): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dev/seed/index.ts"], {
    cwd: root,
    env: environmentOf(running),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`Seeding failed:\n${stdout}${stderr}`);
  return stdout.trim();
}
