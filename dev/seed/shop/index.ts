import { products } from "../../../functions/src/shop/schema.ts";
import { catalogue } from "./catalogue/index.ts";
import { plant } from "./plant.ts";

/** Puts the demo catalogue into the shop: what is missing of it. Answers what there is then. */
export async function seedShop(): Promise<string> {
  for (const [category, items] of Object.entries(catalogue)) {
    await Promise.all(items.map((item) => plant(category, item)));
  }
  return `${(await products.count().get()).data().count} products`;
}
