import { decided } from "../../../support/access/decided.ts";
import type { Callable } from "../../../support/access/table.ts";

/** Who calls what. */
export const callables: Record<string, Callable> = {
  "accounts-sendVerification": {
    access: "signed-in",
    who: "who is signed in",
    refuses: [
      "no-address",
      "already-verified",
      "too-many-requests (one a minute for an address)",
      ...decided,
    ],
  },
  "accounts-requestPasswordReset": {
    access: "anyone",
    who: "anyone",
    refuses: ["too-many-requests (one a minute for an address, known or not)", ...decided],
  },
  "accounts-changeEmail": {
    access: "signed-in",
    recentSignIn: true,
    who: "who signed in within five minutes",
    refuses: [
      "no-address",
      "same-address",
      "unverified (while signing up takes an invitation)",
      "too-many-requests (one a minute for an address, 10 an hour)",
      ...decided,
    ],
  },
  "accounts-changePassword": {
    access: "signed-in",
    recentSignIn: true,
    who: "who signed in within five minutes",
    refuses: ["email-needed", "no-such-account", "too-many-requests (10 an hour)", ...decided],
  },
  "accounts-signOutEverywhere": {
    access: "signed-in",
    who: "who is signed in, guests too",
    refuses: [...decided],
  },
  "accounts-exportMyData": {
    access: "signed-in",
    recentSignIn: true,
    who: "who signed in within five minutes, guests too",
    refuses: [
      "too-many-requests (5 a day)",
      "too-large-to-export",
      "sign-in-unavailable",
      ...decided,
    ],
  },
  "accounts-deleteAccount": {
    access: "signed-in",
    recentSignIn: true,
    who: "who signed in within five minutes, guests too",
    refuses: ["is-staff", "too-many-requests (10 a day)", "sign-in-unavailable", ...decided],
  },
  "accounts-keepAccount": {
    access: "signed-in",
    who: "who is signed in, guests too",
    refuses: ["not-requested", "too-late", "sign-in-unavailable", ...decided],
  },
  "accounts-setRole": {
    access: ["admin"],
    recentSignIn: true,
    who: "admin who signed in within five minutes",
    refuses: [
      "no-such-user",
      "unverified-user",
      "deletion-requested",
      "last-admin",
      "sign-in-unavailable",
      ...decided,
    ],
  },
  "accounts-disableUser": {
    access: ["admin"],
    recentSignIn: true,
    who: "admin who signed in within five minutes",
    refuses: ["self", "no-such-user", "sign-in-unavailable", ...decided],
    never: ["last-admin"],
  },
  "accounts-enableUser": {
    access: ["admin"],
    recentSignIn: true,
    who: "admin who signed in within five minutes",
    refuses: ["self", "no-such-user", "deletion-requested", "sign-in-unavailable", ...decided],
    never: ["last-admin"],
  },
  "accounts-inviteUser": {
    access: ["admin"],
    who: "admin",
    refuses: ["domain-blocked", ...decided],
  },
  "accounts-withdrawInvitation": {
    access: ["admin"],
    who: "admin",
    refuses: [...decided],
  },
};
