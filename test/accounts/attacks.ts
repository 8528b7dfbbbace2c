import type { Attacks } from "../support/attacks.ts";

export const attacks = {
  "a role in their own profile": {
    by: "a member, by more fields, fields of fields or a map in the place of a text",
    stoppedBy: "`isProfile` names every field and its type, on create and on update.",
  },
  "another's profile": {
    by: "a member, and an admin, by a uid in the path that is not theirs",
    stoppedBy: "`isMember(uid)` compares the path with the token.",
  },
  "a write that hides among right ones": {
    by: "a member who changes their name, and something else in the same commit",
    stoppedBy:
      "A commit is carried out whole or not at all; each of its writes has its own `match`.",
  },
  "a name without a profile that bears it": {
    by: "a squatter, who claims names for themselves, or for somebody else",
    stoppedBy: "`nameOf` reads the name in the profile as the commit leaves it.",
  },
  "a second name": {
    by: "a member, in one commit or by keeping the former one",
    stoppedBy: "`nameOf` is one name; the profile's rule asks that `claimOf` the former is gone.",
  },
  "a name that is another's": {
    by: "an impostor, by another spelling, over the claim, or after deleting it",
    stoppedBy:
      "The claim's id is the name in lower case; it is never updated, and `isProfile` asks whose it is.",
  },
  "a name that sounds like the house": {
    by: "an impostor",
    stoppedBy:
      "`isUsername` refuses the names of staff and pages, in any case, and letters beyond ASCII.",
  },
  "a membership of many years": {
    by: "a member who joined today, by `createdAt` or by setting the profile anew",
    stoppedBy: "`createdAt` is `request.time` once, and then that of `before()`.",
  },
  "a profile without signing up": {
    by: "a guest",
    stoppedBy: "`isMember` takes nobody whose `sign_in_provider` is anonymous.",
  },
  "an avatar that watches who looks, or runs": {
    by: "a member",
    stoppedBy: "`isAvatar` takes `https` of four known hosts, without quotes or brackets.",
  },
  "what is private to another": {
    by: "a customer, and an admin, by path, list or a query over all such",
    stoppedBy:
      "`match /users/{uid}/private/account` is for `isUser(uid)` alone, and is never listed.",
  },
  "everybody's names": {
    by: "who collects them, by leafing through profiles and claims",
    stoppedBy:
      "Lists of `users` and `usernames` are for `hasRole(['admin'])`; others have to know a name.",
  },
  "who has an account": {
    by: "anybody, by asking for a new password",
    stoppedBy:
      "`requestPasswordReset` does the same work and gives the same answer for any address.",
  },
  "a role, given to themselves": {
    by: "a customer, a manager, and a thief of an admin's session",
    stoppedBy:
      "`setRole` is for admins by their staff document, who have just signed in (`recentSignIn`).",
  },
  "a house without an admin": {
    by: "the only admin, by resigning, by another role or by disabling themselves",
    stoppedBy: "`changeRole` and `disableUser` keep one who can sign in, in the commit itself.",
  },
  "an invitation of their own making": {
    by: "who is not invited, and a customer who would like a friend to be",
    stoppedBy:
      "`inviteUser` is for admins; no rule grants `invitations`; `beforeCreate` looks there.",
  },
  "a blocked domain, spelt otherwise": {
    by: "who may not join",
    stoppedBy:
      "`mayJoin` compares domains in one spelling, and takes what is below them for the same.",
  },
  "another's account, deleted or taken along": {
    by: "a customer who names another, and a thief of a session",
    stoppedBy:
      "`deleteAccount` and `exportMyData` know the caller alone, and take a `recentSignIn`.",
  },
} satisfies Attacks;
