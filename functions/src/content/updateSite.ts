import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { UpdateSite } from "./inputs.ts";
import { sites } from "./schema.ts";
import { requireSiteRole } from "./team/access.ts";
import { teams } from "./team/schema.ts";

/**
 * Changes what is said of a site: its title, description, language, theme, navigation, comments; what is
 * not named stays. Its pages show it at once, from caches within a minute. Answers `{ version }`.
 *
 * For owners. Refuses what `requireSiteRole` refuses.
 */
export const updateSite = callable(
  { access: "signed-in", input: UpdateSite },
  ({ siteId, ...settings }, caller) =>
    decide(async (read) => {
      const [found, team] = await read(sites.doc(siteId), teams.doc(siteId));
      requireSiteRole(team, caller, "owner");
      const version = (found.data()?.version ?? 0) + 1;
      return {
        answer: { version },
        writes: [update(found, { ...settings, version, updatedAt: stamp() })],
      };
    }),
);
