import type { AccessTable } from "../support/access/table.ts";
import { callables } from "./support/access/callables.ts";
import { cast, type Role } from "./support/access/cast.ts";
import { collections } from "./support/access/collections.ts";
import { deeds } from "./support/access/deeds.ts";

export const access: AccessTable<Role> = { module: "todos", cast, collections, deeds, callables };
