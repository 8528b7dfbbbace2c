import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Local } from "../web/src/core/localPlatform.ts";
import { root, webOf } from "./paths.ts";
import type { PlatformName, Running } from "./running.ts";
import { PASSWORD, people } from "./seed/people.ts";

const build = (name: PlatformName, ...words: string[]): ChildProcess =>
  spawn(process.execPath, ["web/build.ts", webOf(name), ...words], {
    cwd: root,
    stdio: ["pipe", "inherit", "inherit"],
    // Its own process group: Ctrl-C is for us to hear.
    detached: true,
  });

/** Builds the web app for a platform. Rejects if that fails, which is printed. */
export async function buildWeb(name: PlatformName): Promise<void> {
  const [status] = await once(build(name), "exit");
  if (status !== 0) throw new Error("The web app could not be built.");
}

/** Builds it again after every save. */
export const watchWeb = (name: PlatformName): ChildProcess => build(name, "--watch");

/** Tells the web app where everything is: it has no other way to know of the emulators. */
export function tellWeb(name: PlatformName, { hosts, inboxUrl, paymentsUrl }: Running): void {
  const local: Local = {
    auth: hosts.auth,
    firestore: hosts.firestore,
    functions: hosts.functions,
    inboxUrl,
    paymentsUrl: paymentsUrl ?? null,
    paymentsKey: process.env.STRIPE_PUBLISHABLE_KEY ?? "pk_test_local",
    people: people.map(({ email, displayName }) => ({ email, displayName })),
    password: PASSWORD,
  };
  mkdirSync(webOf(name), { recursive: true });
  writeFileSync(join(webOf(name), "local.json"), JSON.stringify(local));
}
