import { randomUUID } from "node:crypto";
import { decide } from "../../functions/src/core/decide.ts";
import type { deliver } from "../../functions/src/core/mail/deliver.ts";
import { mailOf, queueMail } from "../../functions/src/core/mail/queue.ts";
import { type Mail, mails } from "../../functions/src/core/mail/schema.ts";
import { paragraph, type Template } from "../../functions/src/core/mail/template.ts";
import { SmtpServer } from "./smtp.ts";
import { useStillClock } from "./time.ts";

/** A mail as an event or a query shows it. */
export type StoredMail = Parameters<typeof deliver>[0];

/** For the tests of a `describe`: an empty outbox each, a mail server, and time that stands still. */
export function useOutbox(): { smtp: SmtpServer; pass: (milliseconds: number) => void } {
  const smtp = new SmtpServer();
  const { pass } = useStillClock();
  before(() => smtp.start());
  after(() => smtp.stop());
  beforeEach(() => smtp.forget());
  return { smtp, pass };
}

export const someone = (): string => `${randomUUID()}@example.com`;

const greeting: Template = { subject: "Hello", blocks: [paragraph("Good morning.")] };

/** Queues a mail as a decision does. Answers it as the event of its creation shows it. */
export async function queued(to = someone(), template = greeting): Promise<StoredMail> {
  const [event, entity] = ["order-confirmed", randomUUID()];
  await decide(async () => ({ answer: null, writes: [queueMail(event, entity, to, template)] }));
  return stored(mailOf(event, entity, to).id);
}

/** Puts a document into the outbox, as it is. */
export async function putByHand(document: object): Promise<StoredMail> {
  const { id } = await mails.firestore.collection("mail").add(document);
  return stored(id);
}

/** A mail of the outbox as it is now. */
export async function stored(id: string): Promise<StoredMail> {
  const [found] = (await mails.where("__name__", "==", id).get()).docs;
  if (!found) throw new Error(`${id} is not in the outbox`);
  return found;
}

/** How it stands with a mail now. */
export async function standing(
  mail: StoredMail,
): Promise<NonNullable<Mail["delivery"]> & { dueAt: number | undefined }> {
  const { delivery, nextAt } = (await stored(mail.id)).data();
  if (!delivery) throw new Error(`nobody has tried ${mail.id}`);
  return { ...delivery, dueAt: nextAt?.toMillis() };
}
