import type { Running } from "../running.ts";
import { tourAccounts } from "./accounts.ts";
import { tourContent } from "./content.ts";
import { Narrator } from "./narrator.ts";
import { tourShop } from "./shop.ts";
import { tourTodos } from "./todos.ts";
import { tourTravel } from "./travel.ts";

const tours = [tourAccounts, tourShop, tourTodos, tourContent, tourTravel];

/** Plays an app's first use: the tour of each module. */
export async function play(running: Running, tell = new Narrator()): Promise<boolean> {
  for (const tourModule of tours) await tourModule(running, tell);
  tell.end();
  return tell.differences === 0;
}
