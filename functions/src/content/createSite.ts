import { callable } from "../core/callable.ts";
import { DAY, SECOND, stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { CreateSite } from "./inputs.ts";
import { defaultTheme } from "./pages/theme.ts";
import { formerSites, type Site, sites } from "./schema.ts";
import { roleIn } from "./team/access.ts";
import { teams } from "./team/schema.ts";

/** What a site is like of which nothing else is said. */
const USUAL = {
  description: "",
  language: "en",
  theme: defaultTheme,
  navigation: [],
  comments: { open: true, slowSeconds: 15, hideAt: 3 },
} as const satisfies Partial<Site>;

/**
 * Makes a site at an address that nobody has or had, with the caller as its owner. Again by who owns it, it
 * changes nothing. Answers `{ siteId }`.
 *
 * For whoever has a verified address. Refuses `already-exists`/`site-taken` with the `field`;
 * `resource-exhausted`/`too-many-requests` after 10 a day.
 */
export const createSite = callable(
  { access: "verified", input: CreateSite, limit: { calls: 10, seconds: DAY / SECOND } },
  ({ siteId, ...settings }, { uid }) =>
    decide(async (read) => {
      const [site, found, former] = await read(
        sites.doc(siteId),
        teams.doc(siteId),
        formerSites.doc(siteId),
      );
      const team = found.data();
      if (team && roleIn(team, uid) === "owner") return { answer: { siteId } };
      if (site.exists || team || former.exists) {
        const sentence = `There is, or was, a site "${siteId}": pick another address.`;
        refuse("already-exists", "site-taken", sentence, { field: "siteId" });
      }
      const times = { createdAt: stamp(), updatedAt: stamp() };
      const said = { ...USUAL, ...settings, navigation: [...(settings.navigation ?? [])] };
      return {
        answer: { siteId },
        writes: [
          create(site.ref, { ...said, followers: 0, version: 1, deletedAt: null, ...times }),
          create(found.ref, { roles: { [uid]: "owner" as const }, memberIds: [uid], ...times }),
        ],
      };
    }),
);
