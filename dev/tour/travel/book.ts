import { doc, getDoc, getDocs } from "firebase/firestore";
import { signUp, verify } from "../../app.ts";
import { attachmentOf, waitForMail } from "../../mailbox.ts";
import { payAsBrowser } from "../../payer.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import type { Chosen } from "./choose.ts";
import { type Apps, bookingOnce, money } from "./parts.ts";

/** A stay that is paid. */
export interface Booked extends Chosen {
  bookingId: string;
  reference: string;
  email: string;
}

/** The stay is quoted, held, paid, and in its host's list of arrivals. */
export async function book(
  { traveller, host, stranger }: Apps,
  chosen: Chosen,
  running: Running,
  tell: Narrator,
): Promise<Booked> {
  const { call, documents } = traveller.travel;
  const { total, left, ...stay } = chosen;
  const email = `stay-${Date.now()}@example.com`;

  tell.step("Ask what it costs");
  const user = await signUp(traveller, email, "a long password");
  const quote = await call.quoteStay({ ...stay, guests: 2 });
  const { nights, cleaning, tax } = quote.totals;
  tell.say(`nights ${money(nights)}, cleaning ${money(cleaning)}, tax ${money(tax)}`);
  tell.say(`The policy is ${quote.policy.name}; the quote is good for a quarter of an hour.`);
  tell.expect(quote.totals.total === total, `${money(total)}, to the cent what the search said`);
  await tell.refused("A hundredth guest in one room", "too-many-guests", () =>
    call.quoteStay({ ...stay, guests: 100 }),
  );

  tell.step("Hold it for ten minutes");
  const request = { requestId: crypto.randomUUID(), quoteId: quote.quoteId };
  await tell.refused("Holding it without a confirmed address", "unverified", () =>
    call.holdStay(request),
  );
  await verify(user, running.inboxUrl);
  const { bookingId, state } = await call.holdStay(request);
  const { propertyId, roomTypeId, checkIn } = stay;
  const month = await getDoc(documents.availability(propertyId, roomTypeId, checkIn.slice(0, 7)));
  const now = month.data()?.nights[Number(checkIn.slice(8)) - 1]?.left;
  tell.expect(state === "held" && now === left - 1, `the calendar has ${now} of ${left} left`);
  const again = await call.holdStay(request);
  tell.expect(again.bookingId === bookingId, "the same request, sent again, is the same stay");
  await tell.refused("Holding it by another's quote", "no-such-quote", () =>
    stranger.travel.call.holdStay({ ...request, requestId: crypto.randomUUID() }),
  );

  tell.step("Say who comes");
  await tell.refused("Paying before", "guests-needed", () => call.payStay({ bookingId }));
  await call.nameGuests({
    bookingId,
    guests: [{ name: "A newcomer" }],
    note: "By the late train.",
  });
  await tell.refused("The host's look at the guests, before it is paid", "permission-denied", () =>
    getDoc(doc(host.travel.documents.guestLists, bookingId)),
  );
  await tell.refused("A stranger's look at the stay", "permission-denied", () =>
    getDoc(doc(stranger.travel.documents.bookings, bookingId)),
  );

  tell.step("Pay it");
  const payable = await call.payStay({ bookingId });
  tell.expect(payable.amount === total, `the amount is what was quoted: ${money(total)}`);
  await payAsBrowser(running, payable);
  const paid = await bookingOnce(traveller, bookingId, (stay) => stay.state === "confirmed");
  const reference = paid.reference ?? "";
  tell.expect(reference.length === 6, `it is confirmed, its reference is ${reference}`);
  const mail = await waitForMail(running.inboxUrl, email, reference);
  tell.say("", ...mail.text.trim().split("\n"), "");
  const calendar = await attachmentOf(running.inboxUrl, mail, "stay.ics");
  tell.expect(calendar.includes("BEGIN:VEVENT"), "the mail has the stay for one's calendar");

  tell.step("See it as its host");
  const { uid = "" } = host.auth.currentUser ?? {};
  const arrivals = await getDocs(host.travel.documents.arrivals(uid, stay.checkIn));
  tell.expect(
    arrivals.docs.some(({ id }) => id === bookingId),
    `they arrive on ${stay.checkIn}`,
  );
  const guests = await getDoc(doc(host.travel.documents.guestLists, bookingId));
  tell.say(`${guests.data()?.guests[0]?.name}: "${guests.data()?.note}"`);
  return { ...chosen, bookingId, reference, email };
}
