import type { Attacks } from "../support/attacks.ts";

export const attacks = {
  "a role above their own": {
    by: "a reader and a writer, by the whole map or by one field of it",
    stoppedBy: "`match /lists/{list}` lets who is not the owner take themselves off, and no more.",
  },
  "a list that they are not on": {
    by: "a stranger who puts themselves on it, and an owner who puts others on theirs",
    stoppedBy: "No write adds a key to `roles`: people come by `acceptInvite` alone.",
  },
  "a list without an owner, or with two": {
    by: "the owner, by leaving, sharing or giving it away by a write",
    stoppedBy:
      "`isList` counts the owners and asks that `ownerId` is the one; it changes by `transferList`.",
  },
  "what is on another's list": {
    by: "a stranger, and an admin, by path, list, other fields or a query over all lists",
    stoppedBy: "`isMemberOf` reads the list that the path names; no collection group is open.",
  },
  "a task for another's list": {
    by: "a stranger, a reader, and a member of another list",
    stoppedBy: "`isWriterOf` asks the list in the path for the role, whatever the task says.",
  },
  "a task moved where it must not go, or copied": {
    by: "a writer of one list, by either half of a move or with another content",
    stoppedBy:
      "`isMovedHere` and `hasArrived` hold both halves together, in lists that one may write.",
  },
  "another's name under a task or a comment": {
    by: "a writer, and the owner of the list",
    stoppedBy: "`createdBy` and `authorId` are the caller's uid once, and then what they were.",
  },
  "a mail to somebody else": {
    by: "a writer, by a reminder for another, for whom it is sent again and again",
    stoppedBy:
      "`isOwnReminder` is for the caller alone and not older than a week; `REMINDER_LIMIT` counts.",
  },
  "a past of their own": {
    by: "a writer, by times of their clock or by setting a task anew",
    stoppedBy: "`isNew` and `isChanged` take `request.time`, or what stands there.",
  },
  "things that are not what they seem": {
    by: "a writer, by lists for texts, texts for numbers, maps with more in them",
    stoppedBy: "`isTask` checks each type and size, down into `due`, `repeat` and `reminder`.",
  },
  "a page without an end": {
    by: "a member, by lists without a limit, with a large one, or by skipping",
    stoppedBy: "`isPagedBy` asks for a limit, and for cursors in the place of an offset.",
  },
  "an invitation to another": {
    by: "who guesses the code, has seen it, or has used it",
    stoppedBy:
      "The token has 256 bits and is kept as a hash; it is for one address and `refuseSpent` once.",
  },
  "a way back by an invitation of their own": {
    by: "a former owner, removed or made a reader, who has invited their other address before",
    stoppedBy: "`acceptInvite` asks that who invited may still write on the list.",
  },
  "another recipient of an invitation": {
    by: "an owner, by a line break in the address or in the title of the list",
    stoppedBy: "`mailAddress` is one address, and the list's title is `isLine`.",
  },
  "another's list, given to themselves": {
    by: "a writer and a stranger",
    stoppedBy:
      "`ownedList` is for the owner; a stranger is answered as if there were no such list.",
  },
  "another's calendar": {
    by: "who knows the uid and guesses the secret, or had the link before it was revoked",
    stoppedBy: "`feed` compares a hash of 256 bits, and answers one word to whatever is wrong.",
  },
  "a formula in another's spreadsheet": {
    by: "a writer whose titles an owner exports",
    stoppedBy: "`toCsv` puts an apostrophe before what a spreadsheet would run.",
  },
} satisfies Attacks;
