import * as z from "zod";
import { documents } from "../db.ts";
import { line, mailAddress, text, timestamp } from "../schema.ts";

/**
 * Where a mail stands, in the words of the firestore-send-email extension.
 * PENDING → PROCESSING → SUCCESS; or → RETRY → PROCESSING …; ERROR is the dead-letter state.
 */
export const DeliveryState = z.enum(["PENDING", "PROCESSING", "RETRY", "SUCCESS", "ERROR"]);

/** A file of text that goes with a mail. Nothing that would have the sender fetch or read a file. */
export const Attachment = z.strictObject({
  filename: line(100),
  contentType: line(100),
  content: text(100_000),
});
export type Attachment = z.output<typeof Attachment>;

/**
 * `mail/{event}_{entity}_{recipient}`: the outbox. Admins read what is not confidential; the server
 * alone writes.
 */
export const Mail = z.strictObject({
  to: mailAddress,
  message: z.strictObject({
    subject: text(200),
    text: text(200_000),
    html: text(400_000),
    attachments: z.array(Attachment).max(5).optional(),
  }),
  /** Holds a link that lets its reader in: for the recipient's eyes alone, not for admins'. */
  confidential: z.boolean().optional(),
  delivery: z
    .strictObject({
      state: DeliveryState,
      startTime: timestamp,
      attempts: z.int().min(0),
      endTime: timestamp.nullable(),
      /** While PROCESSING: until when the worker that claimed it may be trusted to be alive. */
      leaseExpireTime: timestamp.nullable(),
      /** The last failure, in the mail server's words. */
      error: z.string().nullable(),
      info: z
        .strictObject({
          messageId: z.string(),
          response: z.string(),
          accepted: z.array(z.string()),
        })
        .nullable(),
    })
    .optional(),
  /** When a sweep should look at it (again). Gone once settled: idle sweeps read nothing. */
  nextAt: timestamp.optional(),
  /** TTL: mails hold addresses and are not kept for ever. */
  expiresAt: timestamp.optional(),
});
export type Mail = z.output<typeof Mail>;

export const mails = documents("mail", Mail);
