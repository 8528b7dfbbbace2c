import { endWithMessage } from "../ending.ts";
import { buildFunctions, seed } from "../functions.ts";
import { startPlatform } from "../platform.ts";
import { requireMachine } from "../preflight/index.ts";
import { findRunning, type Running } from "../running.ts";
import { tourAccounts } from "./accounts.ts";
import { tourContent } from "./content.ts";
import { Narrator } from "./narrator.ts";
import { tourShop } from "./shop.ts";
import { tourTodos } from "./todos.ts";
import { tourTravel } from "./travel.ts";

const tours = [tourAccounts, tourShop, tourTodos, tourContent, tourTravel];

/** Plays an app's first use, with what `npm start` has up or on a platform of its own. */
export async function tour(): Promise<boolean> {
  const running = await findRunning("dev");
  if (running) return play(running);
  const machine = await requireMachine();
  if (!buildFunctions()) return false;
  console.log("Nothing is running: starting the emulators for this tour …");
  const platform = await startPlatform({ name: "dev", machine }).catch(endWithMessage);
  try {
    await seed(platform, "--if-empty");
    return await play(platform);
  } finally {
    await platform.stop(true);
  }
}

/** Plays the tour of each module. */
export async function play(running: Running, tell = new Narrator()): Promise<boolean> {
  for (const tourModule of tours) await tourModule(running, tell);
  tell.end();
  return tell.differences === 0;
}
