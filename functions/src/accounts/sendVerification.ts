import { callable } from "../core/callable.ts";
import { refuse } from "../core/refuse.ts";
import { Nothing } from "./inputs.ts";
import { askForLink } from "./links/askForLink.ts";

/**
 * Sends the caller a link with which they confirm their address, in the house's own words: to be
 * called in place of the SDK's `sendEmailVerification`, whose mail Firebase writes. Once it is
 * followed, `getIdToken(true)` gets the token that says so.
 *
 * Refuses `failed-precondition` with `no-address` (a guest) or `already-verified`, and
 * `resource-exhausted`/`too-many-requests` within a minute of the last mail; after five in
 * a row, within an hour.
 */
export const sendVerification = callable(
  { access: "signed-in", input: Nothing },
  async (_, { uid, email, verified }) => {
    if (email === undefined) {
      refuse("failed-precondition", "no-address", "This account has no e-mail address.");
    }
    if (verified) {
      refuse("failed-precondition", "already-verified", "This address is confirmed already.");
    }
    await askForLink("verify", email, uid);
    return {};
  },
);
