import { articleOperations } from "./support/access/articles.ts";
import { draftOperations } from "./support/access/drafts.ts";
import { type Operation, type Role, roles } from "./support/access/operation.ts";
import { siteOperations } from "./support/access/sites.ts";

/**
 * Who may do what at a site, under the rules. Tests go through all of it, for a site that is one's own
 * and for another's; docs/access.md shows it.
 */
export const operations: readonly Operation[] = [
  ...siteOperations,
  ...draftOperations,
  ...articleOperations,
];

const heads: Record<Role, string> = {
  owner: "owner",
  editor: "editor",
  author: "author",
  contributor: "contributor",
  reader: "reader",
  visitor: "verified address, not of the team",
  unconfirmed: "guest, or unverified",
  nobody: "not signed in",
};

/** The table that docs/access.md shows. */
export const accessTable = (): string =>
  [
    `| ${["", ...roles.map((role) => heads[role])].join(" | ")} |`,
    `|${"---|".repeat(roles.length + 1)}`,
    ...operations.map(
      ({ on, does, who }) =>
        `| ${on}: ${does} | ${roles.map((role) => (who.includes(role) ? "yes" : "–")).join(" | ")} |`,
    ),
  ].join("\n");
