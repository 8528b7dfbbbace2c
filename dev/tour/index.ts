import { endWithMessage } from "../ending.ts";
import { buildFunctions, seed } from "../functions.ts";
import { startPlatform } from "../platform.ts";
import { requireMachine } from "../preflight/index.ts";
import { findRunning } from "../running.ts";
import { Narrator } from "./narrator.ts";
import { tourShop } from "./shop.ts";

/** Plays an app's first use, with what `npm start` has up or on a platform of its own. */
export async function tour(): Promise<boolean> {
  const running = await findRunning("dev");
  if (running) return play(running);
  const machine = await requireMachine();
  if (!buildFunctions()) return false;
  console.log("Nothing is running: starting the emulators for this tour …");
  const platform = await startPlatform({ name: "dev", machine }).catch(endWithMessage);
  try {
    seed(platform, "--if-empty");
    return await play(platform);
  } finally {
    await platform.stop(true);
  }
}

async function play(running: Parameters<typeof tourShop>[0]): Promise<boolean> {
  const tell = new Narrator();
  await tourShop(running, tell);
  console.log(tell.differences === 0 ? "\nAll as it should be." : `\n${tell.differences} NOT SO.`);
  return tell.differences === 0;
}
