import { spawn } from "node:child_process";
import { dropData } from "./data.ts";
import { endWithMessage } from "./ending.ts";
import { buildFunctions, seed } from "./functions.ts";
import { functionsFolder } from "./paths.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { requireMachine } from "./preflight/index.ts";
import { findRunning } from "./running.ts";
import { table } from "./table.ts";
import { watchWeb } from "./web.ts";

let platform: Platform | undefined;
let ending = false;
// What the functions say is heard between the table and the end.
let listening = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);

const other = await findRunning("dev");
if (other) {
  console.error(`It is running already (process ${other.pid}): http://${other.hosts.hosting}`);
  process.exit(1);
}
const machine = await requireMachine();
if (!buildFunctions()) process.exit(1);
if (process.argv.includes("--fresh")) dropData();

if (machine.firestore.source === "download") {
  console.log("The Firestore emulator (130 MB) will be downloaded, this once.");
}
const started = performance.now();
const progress = setInterval(() => process.stdout.write("."), 1_000);
process.stdout.write("Starting the emulators .");
platform = await startPlatform({
  name: "dev",
  machine,
  onFunctionOutput: (line) => listening && !line.includes('"DEBUG"') && console.log(line),
}).catch(endWithMessage);
const contents = await seed(platform, "--if-empty");
clearInterval(progress);
console.log(` ready in ${Math.round((performance.now() - started) / 1000)} s. ${contents}\n`);
console.log(table(platform));
listening = true;

// Its own process group: Ctrl-C is for us to hear.
const builder = spawn(process.execPath, ["build.mjs", "--watch"], {
  cwd: functionsFolder,
  stdio: ["pipe", "inherit", "inherit"],
  detached: true,
});
const webBuilder = watchWeb("dev");

await platform.ended;
if (!ending) {
  console.error("The emulators have ended. See .kindling/dev/emulators.log");
  builder.kill();
  webBuilder.kill();
  await platform.stop(false);
  process.exit(1);
}

/** Ctrl-C: saves and stops. While still starting, what was started goes down with us. */
async function end(): Promise<void> {
  // A second Ctrl-C does not wait for the data to be saved.
  if (!platform || ending) process.exit(130);
  ending = true;
  listening = false;
  console.log("\nSaving the data and stopping …");
  builder.kill();
  webBuilder.kill();
  try {
    await platform.stop(true);
    console.log("Stopped. npm start goes on from here, npm start -- --fresh begins anew.");
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
