import * as z from "zod";
import { mailAddress, text } from "../core/schema.ts";

// What the callables take. Documents: schema.ts.

/** Input of `changeEmail`: the new address. */
export const ChangeEmail = z.strictObject({ email: mailAddress });

/** Input of `changePassword`. */
export const ChangePassword = z.strictObject({
  password: text(128).refine((value) => value.length >= 8, "must have at least 8 characters"),
});

/** Input of `inviteUser` and `withdrawInvitation`. */
export const Invitee = z.strictObject({ email: mailAddress });

/** Input of `requestPasswordReset`. */
export const RequestPasswordReset = z.strictObject({ email: mailAddress });

/** Input of `sendVerification`. */
export const SendVerification = z.strictObject({});
