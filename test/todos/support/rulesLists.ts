import {
  type DocumentData,
  doc,
  type Firestore,
  serverTimestamp,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import type { Person } from "../../support/rules.ts";
import { standing } from "../../support/rulesShape.ts";
import { list, task } from "./documents.ts";

// Who is who on the lists behind rules: staff is nothing there, whatever it is elsewhere.

export const owner = "customer" satisfies Person;
export const writer = "other-customer" satisfies Person;
export const reader = "guest" satisfies Person;
export const stranger = "admin" satisfies Person;

/** Who may write tasks, and all who may read them. */
export const writers: readonly Person[] = [owner, writer];
export const members: readonly Person[] = [owner, writer, reader];

/** A list of these that stands. */
export const shared = (fields: DocumentData = {}): DocumentData =>
  standing(list(owner, { [writer]: "writer", [reader]: "reader" }, fields));

/** A task of the owner's that stands. */
export const kept = (fields: DocumentData = {}): DocumentData => standing(task(owner, fields));

/** A list in use, one put aside and one in the bin, each with a task. */
export const standingLists = (): Record<string, DocumentData> => ({
  "lists/home": shared(),
  "lists/home/tasks/milk": kept(),
  "lists/aside": shared({ archived: true }),
  "lists/aside/tasks/milk": kept(),
  "lists/binned": shared({ deletedAt: daysAgo(1) }),
  "lists/binned/tasks/milk": kept(),
});

/** Changes fields of a document as a client does: with the server's time. */
export const change = (db: Firestore, path: string, fields: DocumentData): Promise<void> =>
  updateDoc(doc(db, path), { updatedAt: serverTimestamp(), ...fields });

export const daysAgo = (days: number): Timestamp =>
  Timestamp.fromMillis(Date.now() - days * 86_400_000);
