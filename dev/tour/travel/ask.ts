import { doc, getDoc } from "firebase/firestore";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { waitForMail } from "../../mailbox.ts";
import type { Running } from "../../running.ts";
import type { Narrator } from "../narrator.ts";
import { shown } from "../shown.ts";
import type { Booked } from "./book.ts";
import type { Apps } from "./parts.ts";

/** A stay where the host is asked first. */
export async function ask(
  { traveller, host }: Apps,
  { checkIn, email }: Booked,
  { inboxUrl }: Running,
  tell: Narrator,
): Promise<void> {
  const { call } = traveller.travel;

  tell.step("Ask a host who is asked first");
  const dates = { checkIn, checkOut: addDays(checkIn, 4) };
  const { stays } = await call.searchStays({ city: "kyoto", ...dates, guests: 2 });
  const found = stays.find(({ property }) => property.mode === "on_request");
  if (!found) throw new Error("Nothing is on request in Kyoto.");
  const { propertyId, roomTypeId, property } = found;
  const { quoteId } = await call.quoteStay({ propertyId, roomTypeId, ...dates, guests: 2 });
  const asked = await call.holdStay({ requestId: crypto.randomUUID(), quoteId });
  const { bookingId } = asked;
  tell.expect(asked.state === "requested", `${property.name} is asked; nothing is held yet`);
  await tell.refused("Paying before the answer", "wrong-state", () => call.payStay({ bookingId }));

  tell.step("Say yes, as its host");
  const { uid = "" } = host.auth.currentUser ?? {};
  const requests = await shown(host.travel.documents.requestsTo(uid), (list) =>
    list.some(({ id }) => id === bookingId),
  );
  tell.say(`${requests.length} waiting for an answer.`);
  await tell.refused("Saying yes to oneself", "no-such-booking", () =>
    call.acceptStay({ bookingId }),
  );
  await host.travel.call.acceptStay({ bookingId });
  const mail = await waitForMail(inboxUrl, email, "can have you");
  tell.say(`Mail: "${mail.subject}"`);
  const { state } = (await getDoc(doc(traveller.travel.documents.bookings, bookingId))).data()!;
  tell.expect(state === "held", "the nights are held for a day, to be paid");
  const { refund } = await call.cancelBooking({ bookingId });
  tell.expect(refund === 0, "what was not paid yet is cancelled without a quote");
  tell.say("", `Read the mails yourself: ${inboxUrl}`);
}
