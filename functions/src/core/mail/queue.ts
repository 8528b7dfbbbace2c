import { DAY, stamp } from "../clock.ts";
import { create, type Write } from "../decide.ts";
import { idOf } from "../id.ts";
import { mails } from "./schema.ts";
import { render, type Template } from "./template.ts";

/** How long a mail is kept, from when it was queued. */
export const KEPT = 30 * DAY;

/**
 * The outbox document of one mail: one event of one entity to one recipient is one document. The
 * address itself is kept out of the id.
 */
export const mailOf = (event: string, entity: string, to: string) =>
  mails.doc(`${event}_${entity}_${idOf("mail", to.toLowerCase()).slice(0, 12)}`);

/**
 * Queues a mail in the commit that is its cause. Queued, not sent: a decision may run twice,
 * a mail must not. `to` is one address. A second decision that queues the same mail fails as a
 * whole: it should have found its work done.
 */
export function queueMail(event: string, entity: string, to: string, template: Template): Write {
  const queued = stamp();
  return create(mailOf(event, entity, to), {
    to,
    message: render(template),
    confidential: template.confidential ?? false,
    delivery: {
      state: "PENDING",
      startTime: queued,
      attempts: 0,
      endTime: null,
      leaseExpireTime: null,
      error: null,
      info: null,
    },
    nextAt: queued,
    expiresAt: stamp(KEPT),
  });
}
