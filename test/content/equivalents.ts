import type { Equivalent } from "../../dev/prove/mutation.ts";

const because = "A site with a / in its name has no team, and so nobody of it.";

/** Mutants of the rules that are no mistakes. */
export const equivalents: Equivalent[] = [
  "/sites/{site}/siteInvites/{invite}",
  "/sites/{site}/drafts/{draft}/revisions/{revision}",
  "/sites/{site}/reported/{comment}",
].map((path) => ({ where: `${path} /{site}`, from: "/{site}", to: "/{site=**}", because }));
