import type { SiteRole } from "kindling-client";

/** From who may least to who may most; each may what those before may. */
const roles: readonly SiteRole[] = ["reader", "contributor", "author", "editor", "owner"];

export const isAtLeast = (role: SiteRole, least: SiteRole): boolean =>
  roles.indexOf(role) >= roles.indexOf(least);

/** What they are called, and what they do. */
export const ROLE_NAMES: Record<SiteRole, string> = {
  reader: "Reader",
  contributor: "Contributor",
  author: "Author",
  editor: "Editor",
  owner: "Owner",
};

export const roleOptions: readonly (readonly [SiteRole, string])[] = [
  ["reader", "Reader: sees drafts"],
  ["contributor", "Contributor: writes, and asks for a review"],
  ["author", "Author: publishes what they write"],
  ["editor", "Editor: works on everything, and moderates"],
  ["owner", "Owner: also decides on team and settings"],
];

export const roleNamed = (name: string): SiteRole | undefined =>
  roles.find((role) => role === name);
