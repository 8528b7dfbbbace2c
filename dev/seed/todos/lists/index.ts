import { housewarming } from "./housewarming.ts";
import { lake } from "./lake.ts";
import { own } from "./own.ts";

export const demoLists = [housewarming, own, lake];
