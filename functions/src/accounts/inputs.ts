import * as z from "zod";
import { mailAddress } from "../core/schema.ts";

// What the callables take. Documents: schema.ts.

/** Input of `changeEmail`: the new address. */
export const ChangeEmail = z.strictObject({ email: mailAddress });

/** Input of `requestPasswordReset`. */
export const RequestPasswordReset = z.strictObject({ email: mailAddress });

/** Input of `sendVerification`. */
export const SendVerification = z.strictObject({});
