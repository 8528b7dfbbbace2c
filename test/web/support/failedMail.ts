import { randomUUID } from "node:crypto";
import { running } from "../../support/firestore.ts";

const text = (stringValue: string) => ({ stringValue });
const map = (fields: object) => ({ mapValue: { fields } });
const none = { nullValue: null };

/** Puts a mail into the platform's outbox that was given up. Answers what to know it by. */
export async function putFailedMail(): Promise<{ to: string; subject: string; event: string }> {
  const event = `web-${randomUUID()}`;
  const [to, subject] = [`${event}@example.com`, `Your order ${event}`];
  const now = { timestampValue: new Date().toISOString() };
  const fields = {
    to: text(to),
    confidential: { booleanValue: false },
    message: map({ subject: text(subject), text: text("Thank you."), html: text(HTML) }),
    delivery: map({
      state: text("ERROR"),
      startTime: now,
      endTime: now,
      attempts: { integerValue: "11" },
      leaseExpireTime: none,
      error: text("550 5.1.1 mailbox unavailable"),
      info: none,
    }),
    expiresAt: { timestampValue: new Date(Date.now() + 86_400_000).toISOString() },
  };
  const documents = `projects/${running.project}/databases/(default)/documents`;
  const url = `http://${running.hosts.firestore}/v1/${documents}/mail/${event}_order_recipient`;
  const answer = await fetch(url, {
    method: "PATCH",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify({ fields }),
  });
  if (!answer.ok) throw new Error(`The emulator answered ${answer.status}.`);
  return { to, subject, event };
}

const HTML =
  '<!doctype html><html lang="en"><head><title>Your order</title></head><body><p>Thank you.</p></body></html>';
