import { existsSync } from "node:fs";
import { join } from "node:path";
import { endWithMessage, exitOnSignals } from "./ending.ts";
import { buildFunctions } from "./functions.ts";
import { root } from "./paths.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { requireMachine } from "./preflight/index.ts";
import { findRunning, type Running } from "./running.ts";

// npm run bench -- hot      runs bench/hot/index.ts, on what is up already or on a platform of its own
const [name = ""] = process.argv.slice(2);
const file = join(root, "bench", name, "index.ts");
if (name === "" || !existsSync(file)) {
  endWithMessage(new Error("Say which: npm run bench -- hot"));
}
exitOnSignals();
const running = (await findRunning("watch")) ?? (await findRunning("dev"));
const own = running ? undefined : await bringUp();
try {
  const { bench } = (await import(file)) as { bench: (on: Running) => Promise<boolean> };
  process.exitCode = (await bench(running ?? own!)) ? 0 : 1;
} finally {
  await own?.stop(false);
}
process.exit();

async function bringUp(): Promise<Platform> {
  const machine = await requireMachine();
  if (!buildFunctions()) process.exit(1);
  console.log("  … starting the emulators");
  return startPlatform({ name: "watch", machine }).catch(endWithMessage);
}
