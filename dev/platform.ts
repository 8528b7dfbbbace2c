import { region } from "../functions/src/core/settings.ts";
import { forwardAuthMails, protectAddresses } from "./authMails.ts";
import { dropMails, keptData, keptPayments, mailsOf, save } from "./data.ts";
import { type Emulators, startEmulators } from "./emulators.ts";
import { MAIL_FROM } from "./functions.ts";
import { startInbox } from "./inbox.ts";
import { type PaymentSimulator, startPaymentSimulator } from "./payments/simulator.ts";
import { STRIPE, testKeyIn } from "./payments/testKey.ts";
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
import { secrets, writeSecrets } from "./secrets.ts";
import { buildWeb, tellWeb } from "./web.ts";

const INBOX_PORT = 1080;
const PAYMENTS_PORT = 12111;

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
 * built, an inbox that takes all mail, a payment provider that moves no money, the schedules.
 */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { name } = options;
  const rival = await findRunning(name);
  if (rival) throw new Error(`It is running already, process ${rival.pid}.`);
  endOrphans(name);
  const stripe = testKeyIn(process.env, secrets());
  process.once("exit", writeSecrets(stripe));
  if (name !== "dev") dropMails(name);
  const portOf = async (wanted: number) => (name === "dev" && (await isFree(wanted)) ? wanted : 0);
  const inbox = await startInbox(await portOf(INBOX_PORT), mailsOf(name));
  const payments: PaymentSimulator | undefined =
    stripe.STRIPE_SECRET_KEY !== undefined
      ? undefined
      : await startPaymentSimulator({
          port: await portOf(PAYMENTS_PORT),
          webhookSecret: secrets().STRIPE_WEBHOOK_SECRET,
          state: name === "dev" ? keptPayments() : undefined,
        });
  const project = PROJECTS[name];
  const authMails = forwardAuthMails(project, inbox.smtpPort);
  const web = buildWeb(name);
  const stopOwn = async () => {
    authMails.close();
    await inbox.stop();
    await payments?.stop();
  };

  const starting = startEmulators({
    ...options,
    project,
    data: name === "dev" ? keptData() : undefined,
    settings: (hosts) => ({
      ALLOWED_ORIGINS: '["*"]',
      APP_URL: `http://${hosts.hosting}`,
      SIGN_UP: "open",
      BLOCKED_DOMAINS: '["blocked.example"]',
      MAIL_FROM,
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(inbox.smtpPort),
      STRIPE_API: payments?.url ?? STRIPE,
      SITES_URL: `http://${hosts.hosting}/sites`,
      FEED_URL: `http://${hosts.functions}/${project}/${region}/todos-feed`,
    }),
    onLine: authMails.hear,
  });
  const [emulators] = await Promise.all([starting, web]).catch(async (error) => {
    await stopOwn();
    throw error;
  });
  await protectAddresses(`http://${emulators.hosts.auth}`, project);
  payments?.deliverTo(`http://${emulators.hosts.functions}/${project}/${region}/payments-webhook`);

  const running: Running = {
    project,
    pid: process.pid,
    processes: emulators.processes,
    hosts: emulators.hosts,
    inboxUrl: inbox.url,
    smtpPort: inbox.smtpPort,
    paymentsUrl: payments?.url,
    uiUrl: emulators.uiUrl,
  };
  tellWeb(name, running);
  saveRunning(name, running);
  const moved: Platform["moved"] = [
    ...emulators.ports,
    ["inbox", INBOX_PORT, Number(new URL(inbox.url).port)],
    ["payments", PAYMENTS_PORT, payments?.port ?? PAYMENTS_PORT],
  ];
  // Tests say themselves when it is time.
  const endSchedules = name === "test" ? () => {} : runSchedules(running);

  return {
    ...running,
    moved: name === "dev" ? moved.filter(([, wanted, got]) => wanted !== got) : [],
    ended: emulators.ended,
    async stop(keep) {
      endSchedules();
      try {
        if (keep) await save(emulators, payments?.state());
      } finally {
        await emulators.stop();
        await stopOwn();
        forgetRunning(name);
      }
    },
  };
}
