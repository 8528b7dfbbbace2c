import * as z from "zod";
import { mailAddress, timestamp } from "../schema.ts";

/**
 * What every invitation by mail has; a module adds what it invites to. One for each address; what is
 * sent there is kept as a hash.
 */
export const invitation = {
  /** In lower case: two addresses that differ in case alone are one. */
  email: mailAddress,
  invitedBy: z.string(),
  /** SHA-256 of the token that was sent. */
  tokenHash: z.string(),
  createdAt: timestamp,
  /** Checked when it is used; the TTL on it tidies up. */
  expiresAt: timestamp,
  /** Used up: who came by it stays, and nobody else comes by it. */
  accepted: z.boolean(),
};

const Invitation = z.strictObject(invitation);
export type Invitation = z.output<typeof Invitation>;
