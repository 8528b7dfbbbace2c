import { now } from "../../core/clock.ts";
import type { Attachment } from "../../core/mail/schema.ts";
import { appName } from "../../core/settings.ts";
import { checkInOf, checkOutOf } from "./moments.ts";
import type { Booking } from "./schema.ts";

/**
 * A stay as an iCalendar file (RFC 5545), from check-in to check-out by the clocks of the property. Each
 * file of one stay has the same UID and a higher SEQUENCE than the one before, so that a calendar moves
 * or cancels what it has. The library escapes and folds.
 */
export async function calendarFile(bookingId: string, booking: Booking): Promise<Attachment> {
  // Only a few mails need it.
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import("ical-generator");
  const isCancelled = booking.state === "cancelled";
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ prodId: { company: "Kindling", product: "travel" }, method });
  calendar.createEvent({
    id: `${bookingId}@travel`,
    sequence: booking.timeline.length,
    stamp: now(),
    start: checkInOf(booking),
    end: checkOutOf(booking),
    summary: `${booking.propertyName}, ${booking.roomName}`,
    location: booking.address,
    description: `${appName.value()}: ${booking.reference}`,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return {
    filename: "stay.ics",
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    content: calendar.toString(),
  };
}
