import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { waitForMail } from "../../mailbox.ts";
import { payAsBrowser } from "../../payer.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import type { Booked } from "./book.ts";
import { type Apps, bookingOnce, money } from "./parts.ts";

/** The stay is moved, and gets longer: the difference is paid. */
export async function move(
  { traveller }: Apps,
  { bookingId, checkIn, reference, email }: Booked,
  running: Running,
  tell: Narrator,
): Promise<void> {
  const { call } = traveller.travel;

  tell.step("Move the dates");
  const other = { checkIn: addDays(checkIn, 1), checkOut: addDays(checkIn, 5) };
  const { toPay, refund } = await call.quoteChange({ bookingId, ...other });
  tell.say(`From ${other.checkIn} to ${other.checkOut} it is ${money(toPay)} more.`);
  const request = { requestId: crypto.randomUUID(), bookingId, ...other };
  await tell.refused("A forged price", "price-changed", () =>
    call.changeDates({ ...request, toPay: 1, refund }),
  );
  const { changeId, state } = await call.changeDates({ ...request, toPay, refund });
  tell.expect(state === "held", "the new nights are held beside the old ones");
  await payAsBrowser(running, await call.payChange({ changeId }));
  await bookingOnce(traveller, bookingId, (stay) => stay.checkIn === other.checkIn);
  const mail = await waitForMail(running.inboxUrl, email, "Other dates");
  tell.expect(mail.subject.includes(reference), `with the money it is moved: "${mail.subject}"`);
}

/** It is cancelled as its policy says, and the money goes back. */
export async function cancel(
  { traveller, stranger }: Apps,
  { bookingId, email }: Booked,
  running: Running,
  tell: Narrator,
): Promise<void> {
  const { call } = traveller.travel;

  tell.step("Cancel it");
  await tell.refused("Without asking what is given back", "quote-needed", () =>
    call.cancelBooking({ bookingId }),
  );
  const first = await call.quoteCancellation({ bookingId });
  const quote = await call.quoteCancellation({ bookingId });
  tell.say(`Three months before, ${quote.percent} % go back: ${money(quote.refund)}.`);
  await tell.refused("By a quote that is not the newest", "quote-superseded", () =>
    call.cancelBooking({ bookingId, quoteId: first.quoteId }),
  );
  await tell.refused("By somebody else", "no-such-booking", () =>
    stranger.travel.call.cancelBooking({ bookingId, quoteId: quote.quoteId }),
  );
  const { refund } = await call.cancelBooking({ bookingId, quoteId: quote.quoteId });
  tell.expect(refund === quote.refund, `so much was promised: ${money(refund)}`);
  const over = await bookingOnce(traveller, bookingId, (stay) => stay.state === "refunded");
  tell.expect(over.refunded === refund, "both payments have been given back");
  await waitForMail(running.inboxUrl, email, "A refund");
  const story = over.timeline.map(({ event }) => event).join(", ");
  tell.say(`The whole story: ${story}.`);
}
