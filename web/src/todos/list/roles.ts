import type { List, ListRole } from "kindling-client";

/** What somebody may do with a list, in a word and in a sentence. */
export const ROLES: Record<ListRole, { title: string; about: string }> = {
  owner: { title: "Owner", about: "decides who is on the list" },
  writer: { title: "Writer", about: "changes what is on the list" },
  reader: { title: "Reader", about: "reads along" },
};

/** Nobody writes to a list that is put aside, or in the bin. */
export const mayWrite = (list: List, uid: string): boolean =>
  !list.archived &&
  list.deletedAt === null &&
  (list.roles[uid] === "owner" || list.roles[uid] === "writer");
