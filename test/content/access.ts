import type { AccessTable } from "../support/access/table.ts";
import { articleDeeds } from "./support/access/articles.ts";
import { callables } from "./support/access/callables.ts";
import { cast, type Role } from "./support/access/cast.ts";
import { collections } from "./support/access/collections.ts";
import { draftDeeds } from "./support/access/drafts.ts";
import { siteDeeds } from "./support/access/sites.ts";

export const access: AccessTable<Role> = {
  module: "content",
  cast,
  collections,
  deeds: [...siteDeeds, ...draftDeeds, ...articleDeeds],
  callables,
};
