import { forwardAuthMails } from "./authMails.ts";
import { dropMails, keptData, mailsOf, save } from "./data.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import { MAIL_FROM } from "./functions.ts";
import { startInbox } from "./inbox.ts";
import { isFree } from "./ports.ts";
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
  /** `[service, port wanted, port got]` where the wanted one was taken. */
  moved: Emulators["ports"];
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
  const rival = await findRunning(name);
  if (rival) throw new Error(`It is running already, process ${rival.pid}.`);
  endOrphans(name);
  if (name !== "dev") dropMails(name);
  const wantsPort = name === "dev" && (await isFree(INBOX_PORT));
  const inbox = await startInbox(wantsPort ? INBOX_PORT : 0, mailsOf(name));

  const project = PROJECTS[name];
  const emulators = await startEmulators({
    ...options,
    project,
    data: name === "dev" ? keptData() : undefined,
    settings: {
      ALLOWED_ORIGINS: '["*"]',
      MAIL_FROM,
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
  const inboxPort = Number(new URL(inbox.url).port);
  const moved: Platform["moved"] = [...emulators.ports, ["inbox", INBOX_PORT, inboxPort]];
  const endForwarding = forwardAuthMails(`http://${running.hosts.auth}`, project, inbox.smtpPort);
  const endSchedules = runSchedules(running);

  return {
    ...running,
    moved: name === "dev" ? moved.filter(([, wanted, got]) => wanted !== got) : [],
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
