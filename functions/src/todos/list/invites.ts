import type { Invitation } from "../../core/invitations/schema.ts";
import { refuse } from "../../core/refuse.ts";
import { type List, MAX_MEMBERS } from "../schema.ts";

/** The mail that has the token of an invitation in it: see `mailOf`. */
export const INVITATION = "list-invitation";
export const entityOf = (listId: string, { tokenHash }: Invitation): string =>
  `${listId}_${tokenHash.slice(0, 20)}`;

/** Refuses `failed-precondition`/`too-many-members`. */
export function refuseFull({ memberIds }: List): void {
  if (memberIds.length < MAX_MEMBERS) return;
  refuse(
    "failed-precondition",
    "too-many-members",
    `There are ${MAX_MEMBERS} people on this list: no more find room.`,
  );
}
