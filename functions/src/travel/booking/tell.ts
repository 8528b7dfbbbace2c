import type { Read, Write } from "../../core/decide.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import type { Template } from "../../core/mail/template.ts";
import { addressToWrite } from "../../core/recipient.ts";
import { refuse } from "../../core/refuse.ts";
import { type HostNews, toHost } from "./mails.ts";
import { type Booking, guestLists } from "./schema.ts";

/** What a traveller is written: each once of a booking, a refund, or a change of its dates. */
export type TravellerNews =
  | "stay-accepted"
  | "stay-declined"
  | "stay-confirmed"
  | "stay-changed"
  | "stay-cancelled"
  | "stay-reminder"
  | "stay-refunded";

/**
 * Queues a mail to who has booked, in the commit that is its cause; none once their guest list is gone.
 * `entity` is the id of the booking, change or refund that it is about.
 */
export async function tellTraveller(
  read: Read,
  bookingId: string,
  news: TravellerNews,
  entity: string,
  template: Template,
): Promise<Write[]> {
  const [list] = await read(guestLists.doc(bookingId));
  const email = list.data()?.email;
  return email === undefined ? [] : [queueMail(news, entity, email, template)];
}

/**
 * Queues a mail to its host, who may have none that is confirmed. `entity` as in `tellTraveller`. Refuses
 * `unavailable`/`sign-in-unavailable` when Firebase Authentication can't be asked.
 */
export async function tellHost(news: HostNews, entity: string, booking: Booking): Promise<Write[]> {
  const email = await addressToWrite(booking.hostId).catch(() =>
    refuse("unavailable", "sign-in-unavailable", "Accounts can't be looked up now. Try again."),
  );
  return email === null ? [] : [queueMail(news, entity, email, toHost(news, booking))];
}

/** Where the mail to a traveller stands. */
export const mailAbout = (news: TravellerNews, entity: string, email: string) =>
  mailOf(news, entity, email);
