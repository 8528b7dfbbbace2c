import * as z from "zod";
import { RequestId } from "../core/id.ts";
import { invitationCode } from "../core/invitations/accept.ts";
import { documentId, mailAddress, timeZone, uid } from "../core/schema.ts";
import { isZone } from "../core/zones.ts";
import { InvitedRole } from "./schema.ts";

// What the callables take. Documents: schema.ts.

/** Input of what is about the caller and takes no more. */
export const Nothing = z.strictObject({});

/** Input of `inviteToList`. The address in lower case, so that all that was sent there is found again. */
export const InviteToList = z.strictObject({
  listId: documentId,
  email: mailAddress.toLowerCase(),
  role: InvitedRole,
});

/** Input of `acceptInvite`: the list and the secret, as the mail has them. */
export const AcceptInvite = z.strictObject({ code: invitationCode });

/** Input of `transferList`. */
export const TransferList = z.strictObject({
  listId: documentId,
  /** Who gets it: a member. */
  uid,
});

/** Tasks of one call, all of one list. */
export const MAX_TASKS = 500;

/** Input of `completeTasks` and `deleteTasks`. */
export const Tasks = z.strictObject({
  listId: documentId,
  taskIds: z
    .array(documentId)
    .min(1)
    .max(MAX_TASKS)
    .refine((ids) => new Set(ids).size === ids.length, "must not name a task twice"),
});

/** Input of `setDigest`: the hour at which it comes, by the clocks of a zone; or that it does not. */
export const SetDigest = z.strictObject({
  digest: z
    .strictObject({
      hour: z.int().min(0).max(23),
      zone: timeZone.refine(isZone, 'must be a time zone like "Europe/Berlin"'),
    })
    .nullable(),
});

export const Format = z.enum(["json", "csv"]);

/** Input of `exportTasks`. */
export const ExportTasks = z.strictObject({ listId: documentId, format: Format });

/** Input of `importTasks`. */
export const ImportTasks = z.strictObject({
  requestId: RequestId,
  listId: documentId,
  format: Format,
  content: z.string(),
});
