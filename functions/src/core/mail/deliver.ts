import { FieldValue, type QueryDocumentSnapshot, type WriteResult } from "firebase-admin/firestore";
import { MINUTE, now, stamp } from "../clock.ts";
import { ifUnchanged } from "../ifUnchanged.ts";
import { mailFrom } from "../settings.ts";
import { Mail } from "./schema.ts";
import { transport } from "./transport.ts";

/** How long a worker may take before others believe it dead. Far above SMTP's own timeouts. */
export const LEASE = 5 * MINUTE;

/** After this many failures a mail goes to the dead-letter state. */
export const MAX_ATTEMPTS = 11;

/** The wait after the n-th failure: 1, 2, 4, … 512 minutes, 17 hours in all. */
export const backOff = (attempts: number): number => MINUTE * 2 ** (attempts - 1);

export type Outcome = "sent" | "retry" | "dead" | "not-due" | "taken";

/**
 * Sends one mail of the outbox, once as long as nobody dies in the middle.
 *
 * The claim is an update on condition that the document is as `mail` shows it, so of several
 * workers (an event delivered twice, a sweep beside it) one goes on; it costs no read. What
 * comes of it is settled on condition that nobody has taken over since: a worker that outlived
 * its lease has no say any more.
 *
 * Exactly once is impossible over SMTP: if the answer to the final dot is lost, the mail is sent
 * again, under the same Message-ID, by which mailboxes know it.
 */
export async function deliver(mail: QueryDocumentSnapshot<Mail>): Promise<Outcome> {
  if (!isDue(mail.data())) return "not-due";
  const attempts = (mail.data().delivery?.attempts ?? 0) + 1;
  const claim = await claimOf(mail, attempts);
  if (claim === undefined) return "taken";
  return settle(mail, claim, await attempt(mail, attempts), attempts);
}

type Result =
  | { outcome: "sent"; info: NonNullable<NonNullable<Mail["delivery"]>["info"]> }
  | { outcome: "retry" | "dead"; error: string };

async function attempt(mail: QueryDocumentSnapshot<Mail>, attempts: number): Promise<Result> {
  if (attempts > MAX_ATTEMPTS) {
    return { outcome: "dead", error: `Given up: ${MAX_ATTEMPTS} workers did not come back.` };
  }
  const { delivery: _, ...written } = mail.data();
  const content = Mail.safeParse(written);
  if (!content.success) {
    const [issue] = content.error.issues;
    return { outcome: "dead", error: `Malformed: ${issue?.path.join(".")} ${issue?.message}` };
  }
  const { to, message } = content.data;
  const from = mailFrom.value();
  const messageId = `<${mail.id}@${domainOf(from)}>`;
  try {
    const { response = "", accepted = [] } = await transport().sendMail({
      ...message,
      from,
      to,
      messageId,
    });
    return { outcome: "sent", info: { messageId, response, accepted: accepted.map(String) } };
  } catch (error) {
    const hopeless = attempts >= MAX_ATTEMPTS || isPermanent(error);
    const words = error instanceof Error ? error.message : String(error);
    return { outcome: hopeless ? "dead" : "retry", error: words.slice(0, 500) };
  }
}

/** A mail without `delivery` was put there by hand, in the extension's form: due at once. */
function isDue({ delivery, nextAt }: Mail): boolean {
  if (!delivery) return true;
  if (nextAt === undefined) return false;
  // The clocks of two machines differ: a mail that was never tried does not wait for its own time.
  return delivery.attempts === 0 || nextAt.toMillis() <= now().getTime();
}

async function claimOf(
  mail: QueryDocumentSnapshot<Mail>,
  attempts: number,
): Promise<WriteResult | undefined> {
  const lease = stamp(LEASE);
  const { confidential = false } = mail.data();
  return ifUnchanged(
    mail.ref.update(
      {
        // So that admins find those that were put there by hand.
        confidential,
        "delivery.state": "PROCESSING",
        "delivery.startTime": mail.data().delivery?.startTime ?? stamp(),
        "delivery.attempts": attempts,
        "delivery.leaseExpireTime": lease,
        nextAt: lease,
      },
      { lastUpdateTime: mail.updateTime },
    ),
  );
}

/** Nobody needs a link that lets its reader in, once it has been sent or given up. */
const WITHHELD = { "message.text": "Withheld.", "message.html": "<p>Withheld.</p>" };

const STATES = { sent: "SUCCESS", retry: "RETRY", dead: "ERROR" } as const;

async function settle(
  mail: QueryDocumentSnapshot<Mail>,
  claim: WriteResult,
  result: Result,
  attempts: number,
): Promise<Outcome> {
  const retrying = result.outcome === "retry";
  const settled = await ifUnchanged(
    mail.ref.update(
      {
        "delivery.state": STATES[result.outcome],
        "delivery.leaseExpireTime": null,
        "delivery.endTime": retrying ? null : stamp(),
        "delivery.error": "error" in result ? result.error : null,
        "delivery.info": "info" in result ? result.info : null,
        ...(mail.data().confidential && result.outcome !== "retry" ? WITHHELD : {}),
        nextAt: retrying ? stamp(backOff(attempts)) : FieldValue.delete(),
      },
      { lastUpdateTime: claim.writeTime },
    ),
  );
  return settled === undefined ? "taken" : result.outcome;
}

/**
 * The server refused this mail for good: a 5xx about the recipient or the content (RFC 5321,
 * section 4.2.1). A 5xx before that is about us (no log-in, a sender it does not serve): we put
 * that right, and the mail waits.
 */
const isPermanent = (error: unknown): boolean =>
  error instanceof Error &&
  "command" in error &&
  (error.command === "RCPT TO" || error.command === "DATA") &&
  "responseCode" in error &&
  typeof error.responseCode === "number" &&
  error.responseCode >= 500;

const domainOf = (address: string): string => address.replace(/^.*@/, "").replace(/>.*$/, "");
