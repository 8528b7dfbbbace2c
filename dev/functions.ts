import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { region } from "../functions/src/core/settings.ts";
import { endWithMessage } from "./ending.ts";
import { functionsFolder, root } from "./paths.ts";
import { STRIPE } from "./payments/testKey.ts";
import type { Running } from "./running.ts";
import { secrets } from "./secrets.ts";

/** Bundles the functions, as a deploy would. Answers whether that worked; prints why not. */
export function buildFunctions(): boolean {
  return (
    spawnSync(process.execPath, ["build.mjs"], { cwd: functionsFolder, stdio: "inherit" })
      .status === 0
  );
}

/** The sender of all local mails. */
export const MAIL_FROM = "Kindling <shop@kindling.example>";

/** The environment in which code of the functions, run outside them, finds the emulators. */
export function environmentOf(running: Running): NodeJS.ProcessEnv {
  const { hosts, project, smtpPort, paymentsUrl } = running;
  const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = secrets();
  return {
    ...process.env,
    GCLOUD_PROJECT: project,
    FIRESTORE_EMULATOR_HOST: hosts.firestore,
    FIREBASE_AUTH_EMULATOR_HOST: hosts.auth,
    METADATA_SERVER_DETECTION: "none",
    APP_NAME: "Kindling",
    APP_URL: `http://${hosts.hosting}`,
    SIGN_UP: "open",
    BLOCKED_DOMAINS: "[]",
    MAIL_FROM,
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(smtpPort),
    STRIPE_API: paymentsUrl ?? STRIPE,
    STRIPE_SECRET_KEY,
    STRIPE_WEBHOOK_SECRET,
    SITES_URL: `http://${hosts.hosting}/sites`,
    FEED_URL: `http://${hosts.functions}/${project}/${region}/todos-feed`,
  };
}

/**
 * Puts the demo data onto the platform (dev/seed). Answers what there is now. Triggers rest meanwhile:
 * what is put there has not happened, and nobody is written to.
 */
export async function seed(running: Running, ...options: "--if-empty"[]): Promise<string> {
  await setTriggers(running, "disable");
  const words = ["dev/seed/index.ts", ...options];
  const place = { cwd: root, env: environmentOf(running) };
  const outcome = await promisify(execFile)(process.execPath, words, place).catch(
    (failure: Error) => failure,
  );
  await setTriggers(running, "enable");
  if (outcome instanceof Error) {
    endWithMessage(`The demo data could not be put in: ${outcome.message}`);
  }
  return outcome.stdout.trim();
}

async function setTriggers({ hosts }: Running, action: "enable" | "disable"): Promise<void> {
  const url = `http://${hosts.hub}/functions/${action}BackgroundTriggers`;
  const answer = await fetch(url, { method: "PUT" });
  if (!answer.ok) throw new Error(`The emulators' hub answered ${answer.status} to ${action}.`);
}
