import * as z from "zod";
import { Role } from "../core/roles.ts";
import { line, mailAddress, text } from "../core/schema.ts";

// What the callables take. Documents: schema.ts.

/** A uid as sign-in systems make them, and a document id as well. */
const Uid = z.string().regex(/^(?!\.{1,2}$)(?!__)[^/]{1,128}$/, "must be a uid");

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
export const DisableUser = z.strictObject({ uid: Uid, reason: Reason });

/** Input of `enableUser`. */
export const EnableUser = z.strictObject({ uid: Uid });

/** Input of `setRole`. */
export const SetRole = z.strictObject({
  uid: Uid,
  /** null: no staff any more. */
  role: Role.nullable(),
  reason: Reason.optional(),
});
export type SetRole = z.output<typeof SetRole>;
