import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import type { List, ListRole } from "../schema.ts";

/** Whether tasks can be written there: it is neither put aside nor in the bin. Rules: isWriterOf. */
export const isOpen = (list: List | undefined): list is List =>
  list !== undefined && !list.archived && list.deletedAt === null;

/** What somebody may do with a list; nothing if they are not on it. */
export const roleIn = (list: List, uid: string): ListRole | undefined =>
  Object.hasOwn(list.roles, uid) ? list.roles[uid] : undefined;

/** Whether they may write tasks there, and be given them. */
export const isWriter = (list: List, uid: string): boolean =>
  ["owner", "writer"].includes(roleIn(list, uid) ?? "");

/**
 * A list that the caller is on. Refuses `not-found`/`no-such-list` where there is none, and in the
 * same words where they are not on it.
 */
export function ownList(found: DocumentSnapshot<List>, { uid }: Caller): List {
  const list = found.data();
  if (list && roleIn(list, uid)) return list;
  refuse("not-found", "no-such-list", "There is no such list.");
}

/**
 * A list in which the caller may write. Refuses what `ownList` refuses; `permission-denied`/`reader`;
 * `failed-precondition`/`list-closed` where it is put aside or in the bin.
 */
export function writableList(found: DocumentSnapshot<List>, caller: Caller): List {
  const list = ownList(found, caller);
  if (!isWriter(list, caller.uid)) {
    refuse("permission-denied", "reader", "You may read this list, but not write to it.");
  }
  return openList(list);
}

/**
 * A list that is the caller's. Refuses what `ownList` refuses; `permission-denied`/`not-owner`;
 * `failed-precondition`/`list-closed` where it is put aside or in the bin.
 */
export function ownedList(found: DocumentSnapshot<List>, caller: Caller): List {
  const list = ownList(found, caller);
  if (list.ownerId !== caller.uid) {
    refuse("permission-denied", "not-owner", "Only the owner of the list may do this.");
  }
  return openList(list);
}

function openList(list: List): List {
  const where = list.deletedAt === null ? "archived" : "in the bin";
  if (isOpen(list)) return list;
  refuse("failed-precondition", "list-closed", `This list is ${where}: take it back first.`);
}
