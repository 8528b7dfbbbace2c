import { coffee } from "./coffee.ts";
import { garden } from "./garden.ts";
import type { CatalogueItem } from "./item.ts";
import { kitchen } from "./kitchen.ts";
import { lighting } from "./lighting.ts";
import { stationery } from "./stationery.ts";
import { table } from "./table.ts";
import { tea } from "./tea.ts";
import { textiles } from "./textiles.ts";

/** What the demo shop sells, by category. */
export const catalogue: Record<string, readonly CatalogueItem[]> = {
  coffee,
  tea,
  kitchen,
  table,
  textiles,
  stationery,
  lighting,
  garden,
};
