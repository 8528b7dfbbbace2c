import { plant } from "./plant.ts";
import { wellKept } from "./site.ts";

const demoSites = [wellKept];

/** Puts the demo sites there that are missing. Answers what there is then. */
export async function seedContent(): Promise<string> {
  for (const site of demoSites) await plant(site);
  const published = demoSites
    .flatMap(({ articles }) => articles)
    .filter(({ kind, state }) => kind !== "page" && state === undefined);
  return `${demoSites.length} site with ${published.length} articles`;
}
