import { type DocumentData, serverTimestamp } from "firebase/firestore/lite";
import { past } from "../../support/standing.ts";
import { blankTask } from "./blankTask.ts";

// Good documents, as a client writes them that makes them. Bad ones derive from them.

const stamps = () => ({ createdAt: serverTimestamp(), updatedAt: serverTimestamp() });

/** A list of `ownerId`, with others on it. */
export function list(
  ownerId: string,
  others: Record<string, "writer" | "reader"> = {},
  fields: DocumentData = {},
): DocumentData {
  const roles = { [ownerId]: "owner", ...others };
  return {
    title: "Groceries",
    ownerId,
    roles,
    memberIds: Object.keys(roles),
    archived: false,
    deletedAt: null,
    ...stamps(),
    ...fields,
  };
}

export const task = (createdBy: string, fields: DocumentData = {}): DocumentData => ({
  ...blankTask,
  createdBy,
  ...stamps(),
  ...fields,
});

export const comment = (authorId: string, fields: DocumentData = {}): DocumentData => ({
  text: "The oat one.",
  authorId,
  ...stamps(),
  ...fields,
});

export const due = { date: "2026-12-31", time: "09:30", zone: "Europe/Berlin" };

export const repeat = {
  every: 2,
  unit: "week",
  weekdays: [1, 4],
  day: null,
  from: "due",
  until: null,
};

export const invite = (fields: DocumentData = {}): DocumentData => ({
  email: "guest@example.com",
  role: "writer",
  invitedBy: "customer",
  tokenHash: "hash",
  createdAt: past,
  expiresAt: past,
  accepted: false,
  ...fields,
});
