import { idOf } from "../../core/id.ts";
import { counterOf } from "../../core/limits.ts";
import { refuse } from "../../core/refuse.ts";
import { type Invite, type List, MAX_MEMBERS } from "../schema.ts";

/** The mail that has the token of an invitation in it: see `mailOf`. */
export const INVITATION = "list-invitation";
export const entityOf = (listId: string, { tokenHash }: Invite): string =>
  `${listId}_${tokenHash.slice(0, 20)}`;

/** Counts how often an address, in lower case, is invited, by whomever. */
export const timesInvited = (email: string) => counterOf("todos.invited", idOf("invited", email));

/** Refuses `failed-precondition`/`too-many-members`. */
export function refuseFull({ memberIds }: List): void {
  if (memberIds.length < MAX_MEMBERS) return;
  refuse(
    "failed-precondition",
    "too-many-members",
    `There are ${MAX_MEMBERS} people on this list: no more find room.`,
  );
}
