import { decided } from "../../../support/access/decided.ts";
import type { Callable } from "../../../support/access/table.ts";

/** Who calls what. */
export const callables: Record<string, Callable> = {
  "todos-inviteToList": {
    access: "verified",
    who: "its owner, with a verified address",
    refuses: [
      "no-such-list",
      "not-owner",
      "list-closed",
      "own-address",
      "too-many-members (50)",
      "too-many-requests (30 a day; 5 a day to one address, by whomever)",
      ...decided,
    ],
  },
  "todos-acceptInvite": {
    access: "verified",
    who: "who has the verified address that was invited",
    refuses: [
      "no-such-invite",
      "invite-used",
      "invite-expired",
      "too-many-members",
      "too-many-requests (60 an hour)",
      ...decided,
    ],
  },
  "todos-transferList": {
    access: "signed-in",
    who: "its owner",
    refuses: [
      "no-such-list",
      "not-owner",
      "list-closed",
      "not-a-member",
      "account-disabled",
      "too-many-requests (20 a day)",
      "sign-in-unavailable",
      ...decided,
    ],
  },
  "todos-completeTasks": {
    access: "signed-in",
    who: "owner, writers",
    refuses: ["no-such-list", "reader", "list-closed", ...decided],
  },
  "todos-deleteTasks": {
    access: "signed-in",
    who: "owner, writers",
    refuses: ["no-such-list", "reader", "list-closed", ...decided],
  },
  "todos-importTasks": {
    access: "signed-in",
    who: "owner, writers",
    refuses: [
      "no-such-list",
      "reader",
      "list-closed",
      "unreadable",
      "invalid-rows",
      "too-many-requests (30 an hour)",
      ...decided,
    ],
  },
  "todos-exportTasks": {
    access: "signed-in",
    who: "members",
    refuses: ["no-such-list", "too-large-to-export", "too-many-requests (30 an hour)", ...decided],
  },
  "todos-setDigest": {
    access: "verified",
    who: "who has a verified address",
    refuses: ["too-many-requests (20 a day)", ...decided],
  },
  "todos-createFeed": {
    access: "signed-in",
    who: "who is signed in, guests too",
    refuses: ["too-many-requests (20 an hour)", ...decided],
  },
  "todos-revokeFeed": {
    access: "signed-in",
    who: "who is signed in, guests too",
    refuses: [...decided],
  },
};
