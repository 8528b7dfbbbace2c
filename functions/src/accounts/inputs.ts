import * as z from "zod";
import { Role } from "../core/roles.ts";
import { line, mailAddress, text, uid } from "../core/schema.ts";

// What the callables take. Documents: schema.ts.

/** For the audit trail. */
const Reason = line(500);

/** Input of what is about the caller and takes no more. */
export const Nothing = z.strictObject({});

/**
 * Input of `changeEmail`: the new address; of `requestPasswordReset` and the invitations: whose. In
 * lower case, as Firebase Authentication has it: so all that was sent there is found again.
 */
export const Address = z.strictObject({ email: mailAddress.toLowerCase() });

/** Input of `changePassword`. */
export const ChangePassword = z.strictObject({
  password: text(128).refine((value) => value.length >= 8, "must have at least 8 characters"),
});

/** Input of `disableUser`. */
export const DisableUser = z.strictObject({ uid, reason: Reason });

/** Input of `enableUser`. */
export const EnableUser = z.strictObject({ uid });

/** Input of `setRole`. */
export const SetRole = z.strictObject({
  uid,
  /** null: no staff any more. */
  role: Role.nullable(),
  reason: Reason.optional(),
});
export type SetRole = z.output<typeof SetRole>;
