import type { Attacks } from "../support/attacks.ts";

export const attacks = {
  "a staff document of their own": {
    by: "anybody, staff of another role and a disabled manager among them",
    stoppedBy: "`match /staff/{uid}` lets nobody write: roles are given by `setRole` alone.",
  },
  "a role that their token claims": {
    by: "a customer whose token says that they are an admin",
    stoppedBy: "`hasRole` and `roleOf` read the staff document; the claim is no authority.",
  },
  "a role that was taken from them": {
    by: "former staff, with a token of before",
    stoppedBy: "`admit` reads the staff document at each call.",
  },
  "a role with an address that nobody has confirmed": {
    by: "who was made an admin before they owned the address",
    stoppedBy: "`hasRole` and `admit` ask for `email_verified` before they look at the role.",
  },
  "an account that is disabled": {
    by: "a disabled admin, whose token is good for another hour",
    stoppedBy: "`isShutOut` and `refuseShutOut` look at `accounts` each time; nobody writes there.",
  },
  "a session of before everybody was signed out": {
    by: "a thief of a token, after its owner has signed out everywhere",
    stoppedBy: "`isShutOut` and `refuseShutOut` compare `auth_time` with `validAfter`.",
  },
  "a link in the outbox that lets them in as somebody else": {
    by: "an admin",
    stoppedBy: "Rules show admins what is not `confidential`; `sendAgain` knows nothing else.",
  },
  "a mail in their own words": {
    by: "a spammer with an account, and an admin",
    stoppedBy: "`match /mail/{id}` lets nobody write: `queueMail` does, in templates of ours.",
  },
  "the audit trail": {
    by: "an admin who would rather not be in it",
    stoppedBy: "`match /audit/{id}` lets nobody write: `record` appends, and nothing changes it.",
  },
  "a payment that is made on paper": {
    by: "a payer, and an order manager",
    stoppedBy: "`match /payments/{payment}` and `match /refunds/{refund}` let nobody write.",
  },
  "the payments of everybody": {
    by: "a payer, by lists without a bound, with another's, too long, or by an offset",
    stoppedBy: "Rules hold each list to `isUser(before().uid)` and `isPaged`.",
  },
  "their counter of calls": {
    by: "a customer who has called too often",
    stoppedBy: "No rule grants `limits`: `spend` counts, in the commit of the work or before it.",
  },
  "a collection that nobody has heard of": {
    by: "anybody, by its path, below their own documents, or by a query over all there is",
    stoppedBy: "What no `match` names is refused: there is no rule for all documents.",
  },
  "an input that is huge or bottomless": {
    by: "anybody, signed in or not",
    stoppedBy: "`serve` measures it against `MAX_BODY_BYTES` before it looks anybody up.",
  },
  "fields that nobody asked for": {
    by: "an admin, with a role, a prototype or a path among what they send",
    stoppedBy: "Inputs are `strictObject`: what is not named is refused, and so is another type.",
  },
  "another recipient in the subject of a mail": {
    by: "who chooses a name or a title that mails repeat",
    stoppedBy: "`render` makes the subject one line.",
  },
  "script in a mail": {
    by: "who chooses a name, a title or an address that mails repeat",
    stoppedBy: "`render` escapes every word, and `isWebAddress` says what may be a link.",
  },
} satisfies Attacks;
