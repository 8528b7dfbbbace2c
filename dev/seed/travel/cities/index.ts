import type { DemoCity } from "../demoPlace.ts";
import { capeTown } from "./capeTown.ts";
import { copenhagen } from "./copenhagen.ts";
import { edinburgh } from "./edinburgh.ts";
import { hobart } from "./hobart.ts";
import { hoiAn } from "./hoiAn.ts";
import { kyoto } from "./kyoto.ts";
import { lisbon } from "./lisbon.ts";
import { marrakesh } from "./marrakesh.ts";
import { montevideo } from "./montevideo.ts";
import { montreal } from "./montreal.ts";
import { naples } from "./naples.ts";
import { tromso } from "./tromso.ts";
import { valparaiso } from "./valparaiso.ts";
import { vienna } from "./vienna.ts";
import { wellington } from "./wellington.ts";

/** Where one can stay in the demo, by name. */
export const cities: readonly DemoCity[] = [
  capeTown,
  copenhagen,
  edinburgh,
  hobart,
  hoiAn,
  kyoto,
  lisbon,
  marrakesh,
  montevideo,
  montreal,
  naples,
  tromso,
  valparaiso,
  vienna,
  wellington,
];
