import type { Staff } from "kindling-client";
import type { AppModule, StaffEntry } from "../appModule.ts";

/** What somebody of a role sees of the staff's menu: admins all of it, who has no role nothing. */
export const staffEntriesOf = (
  modules: readonly AppModule[],
  role: Staff["role"] | undefined,
): StaffEntry[] =>
  role === undefined
    ? []
    : modules
        .flatMap(({ staff = [] }) => staff)
        .filter(({ roles }) => role === "admin" || roles.includes(role));
