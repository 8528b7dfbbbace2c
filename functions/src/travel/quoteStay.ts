import { callable } from "../core/callable.ts";
import { MINUTE, stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { refuseUnlessFree } from "./booking/free.ts";
import { QuoteStay } from "./booking/inputs.ts";
import { todayAt } from "./booking/moments.ts";
import { policyOf } from "./booking/policy.ts";
import { priceStay } from "./booking/price.ts";
import { type Quote, quotes } from "./booking/schema.ts";
import { nightsOf } from "./calendar/dates.ts";
import { dayAt } from "./calendar/months.ts";
import { readSheet } from "./calendar/sheet.ts";
import { currency, properties, roomTypesOf } from "./schema.ts";

/** How long a quote is good for. */
export const QUOTED_FOR = 15 * MINUTE;

/**
 * What a stay costs, and how it may be cancelled: promised to the caller for a quarter of an hour, whatever
 * becomes of its prices meanwhile. Nothing is held: `holdStay` does that. Answers `{ quoteId, nights,
 * totals, currency, policy, mode, expiresAt }`, amounts in minor units, `expiresAt` in ISO 8601.
 *
 * Refuses `not-found`/`no-such-stay` where it is not listed; `failed-precondition` with `own-property`, `in-the-past`,
 * `too-many-guests` (`most`), `amount-too-large` or what `refuseUnlessFree` refuses;
 * `resource-exhausted`/`too-many-requests` over 120 an hour. Billed five to six reads and two writes.
 */
export const quoteStay = callable(
  { access: "signed-in", input: QuoteStay, limit: { calls: 120, seconds: 3600 } },
  ({ rooms, guests, ...asked }, { uid }) =>
    decide(async (read) => {
      const { propertyId, roomTypeId, checkIn, checkOut } = asked;
      const [found, roomFound] = await read(
        properties.doc(propertyId),
        roomTypesOf(propertyId).doc(roomTypeId),
      );
      const [property, roomType] = [found.data(), roomFound.data()];
      if (!property?.listed || !roomType) {
        refuse("not-found", "no-such-stay", "There is no such place to stay.");
      }
      if (property.hostId === uid) {
        const sentence = "This is your own: close its days instead.";
        refuse("failed-precondition", "own-property", sentence);
      }
      if (checkIn < todayAt(property)) {
        refuse("failed-precondition", "in-the-past", "That day is over, where it is.", { checkIn });
      }
      const most = roomType.sleeps * rooms;
      if (guests > most) {
        const sentence = `Only ${most} can sleep there: take more rooms, or others.`;
        refuse("failed-precondition", "too-many-guests", sentence, { most });
      }
      const dates = nightsOf(asked);
      const { months } = await readSheet(read, asked, dates);
      refuseUnlessFree(months, asked, dates, rooms);
      const nights = dates.map((date) => ({ date, price: dayAt(months, date)?.price ?? 0 }));
      const { hostId, address, city, timeZone, checkInFrom, checkOutUntil, mode } = property;
      const { cleaningFee, taxBasisPoints } = property;
      const quote: Quote = {
        uid,
        hostId,
        propertyId,
        roomTypeId,
        propertyName: property.name,
        roomName: roomType.name,
        address,
        city,
        timeZone,
        checkInFrom,
        checkOutUntil,
        checkIn,
        checkOut,
        rooms,
        guests,
        nights,
        totals: priceStay(nights, { rooms, cleaningFee, taxBasisPoints }),
        cleaningFee,
        taxBasisPoints,
        currency,
        policy: policyOf(property.policy),
        mode,
        expiresAt: stamp(QUOTED_FOR),
      };
      const ref = quotes.doc();
      const { totals, policy } = quote;
      const expiresAt = quote.expiresAt.toDate().toISOString();
      return {
        answer: { quoteId: ref.id, nights, totals, currency, policy, mode, expiresAt },
        writes: [create(ref, quote)],
      };
    }),
);
