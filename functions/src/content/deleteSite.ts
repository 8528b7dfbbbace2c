import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, remove, update } from "../core/decide.ts";
import { OneSite } from "./inputs.ts";
import { sites } from "./schema.ts";
import { requireSiteRole } from "./team/access.ts";
import { teams } from "./team/schema.ts";

/**
 * Takes a site down for good: its pages, people and everything in it. Nobody can write to it from then
 * on, its pages are gone (from caches within a minute), and content-sweep deletes what it holds.
 * Answers `{ siteId }`.
 *
 * For owners who have just signed in. Refuses what `requireSiteRole` refuses, and
 * `failed-precondition`/`recent-sign-in-required`.
 */
export const deleteSite = callable(
  { access: "signed-in", input: OneSite, recentSignIn: true },
  ({ siteId }, caller) =>
    decide(async (read) => {
      const [found, site] = await read(teams.doc(siteId), sites.doc(siteId));
      const answer = { siteId };
      // A commit of this call that went through unheard: nobody is of its team any more.
      if (!found.exists && site.data()?.deletedAt) return { answer };
      requireSiteRole(found, caller, "owner");
      const at = stamp();
      const entry = { action: "site-deleted", actor: caller.uid, subject: site.ref.path };
      return {
        answer,
        writes: [
          remove(found),
          update(site, { deletedAt: at, updatedAt: at }),
          record(entry, String(at.toMillis())),
        ],
      };
    }),
);
