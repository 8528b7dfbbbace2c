import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { plant } from "./plant.ts";
import { wellKept } from "./site.ts";

const demoSites = [wellKept];

/** Puts the demo sites there that are missing. Answers what there is then. */
export async function seedContent(): Promise<string> {
  for (const site of demoSites) await plant(site);
  const said = demoSites.map(({ id, articles }) => {
    const published = articles.filter(({ kind, state }) => kind !== "page" && state === undefined);
    return `a site with ${published.length} articles at ${siteUrl(id)}`;
  });
  return said.join(", ");
}
