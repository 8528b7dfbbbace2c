import { defineList, defineString, select } from "firebase-functions/params";

/** Read by `policyNow` in signIn/policy.ts, which takes no other value. */
export const signUp = defineString("SIGN_UP", {
  default: "open",
  input: select(["open", "invited"]),
  description: "Who may sign up: anyone (open), or who was invited by an admin (invited).",
});

export const blockedDomains = defineList("BLOCKED_DOMAINS", {
  default: [],
  description: 'Domains whose addresses may not sign in, as JSON: ["example.com"]. [] for none.',
});
