import type { Decisions } from "../../dev/prove/decisions/decisions.ts";

/** What decides here without asking a database: `npm run prove -- decisions` makes mutants of it. */
export const decisions: Decisions = {
  "content/draft/states.ts": {},
  "content/draft/revisions.ts": { names: ["WINDOW", "endsWindow", "windowOf"] },
  "content/publishing/slugs.ts": { names: ["slugOf"] },
};
