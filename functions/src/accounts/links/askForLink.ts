import { DAY, HOUR, MINUTE, now, SECOND, stamp } from "../../core/clock.ts";
import { create, decide, update } from "../../core/decide.ts";
import { idOf } from "../../core/id.ts";
import { refuse } from "../../core/refuse.ts";
import { type LinkKind, type LinkRequest, linkRequests } from "../schema.ts";

/** At most one mail of a kind to an address in this time; by then its sending is overdue. */
const REST = MINUTE;

/** After so many in a row, each within a day of the one before, it is one an hour. */
const MANY = 5;

/** How long a request is tried, and kept. */
const KEPT = DAY;

/** What stands for the mails of a kind to one address, whoever asks for them. */
export const linkRequestOf = (kind: LinkKind, email: string) =>
  linkRequests.doc(idOf("link", kind, email.toLowerCase()));

/**
 * Asks for a mail with a link. Billed one read and one write whether anybody has the address or not:
 * nobody looks here. `sendLink` does, behind the caller's back, so neither the answer nor the time
 * it takes tells who has an account.
 *
 * Refuses `resource-exhausted`/`too-many-requests` with `retryAfterSeconds` where the same was asked for
 * within the last minute, by whomever; after five in a row, within the last hour. That does not stop somebody who asks for a thousand invented
 * addresses: each costs these two, and later a look-up in Firebase Authentication, a read, a write
 * and the deletion (TTL), but no mail. App Check (ENFORCE_APP_CHECK) keeps scripts out.
 */
export function askForLink(kind: LinkKind, address: string, uid: string | null): Promise<void> {
  const requestedAt = stamp();
  return decide(async (read) => {
    const [request] = await read(linkRequestOf(kind, address));
    const asked = request.data();
    // A commit that went through unheard.
    if (asked?.uid === uid && asked.requestedAt.toMillis() === requestedAt.toMillis()) {
      return { answer: undefined };
    }
    if (asked) refuseTooSoon(asked);
    const times =
      asked && asked.requestedAt.toMillis() > now().getTime() - DAY ? asked.times + 1 : 1;
    const email = address.toLowerCase();
    const [nextAt, expiresAt] = [stamp(REST), stamp(KEPT)];
    const renewed = { kind, email, uid, requestedAt, times, nextAt, expiresAt };
    const write = asked ? update(request, renewed) : create(request.ref, renewed);
    return { answer: undefined, writes: [write] };
  });
}

function refuseTooSoon({ requestedAt, times }: LinkRequest): void {
  const rest = times < MANY ? REST : HOUR;
  const left = requestedAt.toMillis() + rest - now().getTime();
  if (left <= 0) return;
  const retryAfterSeconds = Math.ceil(left / SECOND);
  refuse(
    "resource-exhausted",
    "too-many-requests",
    `A mail was asked for just now. Try again in ${retryAfterSeconds} seconds.`,
    { retryAfterSeconds },
  );
}
