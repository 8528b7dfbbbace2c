import * as z from "zod";
import { Role } from "../core/roles.ts";
import { line } from "../core/schema.ts";

// What the callables take. Documents: schema.ts.

/** A uid as sign-in systems make them, and a document id as well. */
const Uid = z.string().regex(/^(?!\.{1,2}$)(?!__)[^/]{1,128}$/, "must be a uid");

/** For the audit trail. */
const Reason = line(500);

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

/** Input of `signOutEverywhere`. */
export const SignOutEverywhere = z.strictObject({});
