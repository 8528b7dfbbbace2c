import type { AccessTable } from "../support/access/table.ts";
import { callables } from "./support/access/callables.ts";
import { cast, collections, type Role } from "./support/access/collections.ts";

export const access: AccessTable<Role> = { module: "shop", cast, collections, callables };
