import { callable } from "../core/callable.ts";
import { Address } from "./inputs.ts";
import { askForLink } from "./links/askForLink.ts";

/**
 * Sends whoever has the address a link with which they choose a new password, in the house's own
 * words: to be called in place of the SDK's `sendPasswordResetEmail`, whose mail Firebase writes.
 * Answers the same, after the same work, whether anybody has it or not.
 *
 * Refuses `resource-exhausted`/`too-many-requests` with `retryAfterSeconds` within a minute of the
 * last request for that address, known or not.
 */
export const requestPasswordReset = callable(
  { access: "anyone", input: Address },
  async ({ email }) => {
    await askForLink("reset", email, null);
    return {};
  },
);
