import { DAY, SECOND } from "../core/clock.ts";
import { decide } from "../core/decide.ts";
import { counterOf, spendIfLeft } from "../core/limits.ts";
import { mailOf, queueMail } from "../core/mail/queue.ts";
import type { Template } from "../core/mail/template.ts";
import { addressToWrite } from "../core/recipient.ts";

/**
 * Mails are not free, and an article may be much talked of. Each event has its own: none uses up
 * another's.
 */
export const MAIL_LIMIT = { calls: 100, seconds: DAY / SECOND };

/**
 * Writes somebody of an event of an entity, once, at a confirmed address. What is more than 100 a
 * day of an event to one person is left out. Safe to run again after any step. Billed three reads,
 * or one where they have no such address.
 */
export async function tell(
  uid: string,
  event: string,
  entity: string,
  template: Template,
): Promise<void> {
  const to = await addressToWrite(uid);
  if (to === null) return;
  await decide(async (read) => {
    const [mail, counter] = await read(
      mailOf(event, entity, to),
      counterOf(`content.${event}`, uid),
    );
    if (mail.exists) return { answer: undefined };
    const counted = spendIfLeft(counter, MAIL_LIMIT, `${event} ${entity}`);
    const writes = counted ? [...counted, queueMail(event, entity, to, template)] : [];
    return { answer: undefined, writes };
  });
}
