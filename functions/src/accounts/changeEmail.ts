import { callable } from "../core/callable.ts";
import { refuse } from "../core/refuse.ts";
import { Address } from "./inputs.ts";
import { askForLink } from "./links/askForLink.ts";
import { policyNow } from "./signIn/policy.ts";

/**
 * Sends the new address a link that makes it the caller's, and the one they have a notice of it.
 * Until the link is followed nothing changes; then all devices have to sign in again. An address
 * that another account has gets no link, which neither the answer nor the notice tells.
 *
 * Refuses `failed-precondition` with `no-address` (a guest) or `same-address`; while signing up
 * takes an invitation, `permission-denied`/`unverified`, since the address was the ticket; and
 * `resource-exhausted`/`too-many-requests` within a minute of the last request for the new address,
 * by whomever (after five in a row, within an hour), and over 10 an hour.
 */
export const changeEmail = callable(
  {
    access: "signed-in",
    recentSignIn: true,
    input: Address,
    limit: { calls: 10, seconds: 3600 },
  },
  async ({ email }, caller) => {
    if (caller.email === undefined) {
      refuse("failed-precondition", "no-address", "This account has no e-mail address.");
    }
    if (policyNow().signUp === "invited" && !caller.verified) {
      refuse("permission-denied", "unverified", "Confirm your e-mail address first.");
    }
    if (caller.email.toLowerCase() === email.toLowerCase()) {
      refuse("failed-precondition", "same-address", "This is your address already.");
    }
    await askForLink("change", email, caller.uid);
    return {};
  },
);
