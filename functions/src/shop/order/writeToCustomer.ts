import type { DocumentReference } from "firebase-admin/firestore";
import type { Write } from "../../core/decide.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import type { Mail } from "../../core/mail/schema.ts";
import type { Template } from "../../core/mail/template.ts";
import type { Order } from "./schema.ts";

/** Each is written once of an order … */
const ofOrder = [
  "order-confirmed",
  "payment-failed",
  "order-delivered",
  "order-cancelled",
  "rest-cancelled",
] as const;

/** … of each of its parcels, or of each of its refunds. */
type OrderMail = (typeof ofOrder)[number] | "order-shipped" | "order-refunded";

/** Whether its customer is gone, and nobody can be written to or sent anything. */
export const isForgotten = ({ email }: Order): boolean => email === null;

/**
 * Queues a mail to an order's customer, in the commit that is its cause; none where the customer is
 * gone. `entity` is the id of the order, parcel or refund that it is about.
 */
export const writeToCustomer = (
  { email }: Order,
  event: OrderMail,
  entity: string,
  template: Template,
): Write[] => (email === null ? [] : [queueMail(event, entity, email, template)]);

/** Where the mails about an order stand, if they were written and are still kept. */
export function mailsAbout(
  orderId: string,
  { email, shipments }: Order,
  refundIds: readonly string[],
): DocumentReference<Mail>[] {
  if (email === null) return [];
  const about = (event: OrderMail, entity: string) => mailOf(event, entity, email);
  return [
    ...ofOrder.map((event) => about(event, orderId)),
    ...shipments.map(({ id }) => about("order-shipped", id)),
    ...refundIds.map((id) => about("order-refunded", id)),
  ];
}
