import { type Block, paragraph, rows, type Template } from "../../core/mail/template.ts";
import { formatMoney } from "../../core/money.ts";
import { inWords } from "../calendar/dates.ts";
import { calendarFile } from "./calendarFile.ts";
import type { Policy } from "./policy.ts";
import type { Booking } from "./schema.ts";

// What is written about a stay, each once: see queueMail. Hosts are not told in mails who comes: that is
// in the guest list, which is deleted when it is not needed any more.

export const stayConfirmed = async (id: string, booking: Booking): Promise<Template> => ({
  subject: `Your stay ${booking.reference}: ${booking.propertyName}`,
  blocks: [
    paragraph(`Thank you, your stay is booked and paid. Your reference is ${booking.reference}.`),
    stayOf(booking),
    priceOf(booking),
    paragraph(policyInWords(booking.policy)),
  ],
  attachments: [await calendarFile(id, booking)],
});

export const stayChanged = async (id: string, booking: Booking): Promise<Template> => ({
  subject: `Other dates for your stay ${booking.reference}`,
  blocks: [
    paragraph(`Your stay ${booking.reference} has been moved. This is how it is now:`),
    stayOf(booking),
    priceOf(booking),
  ],
  attachments: [await calendarFile(id, booking)],
});

export const stayCancelled = async (
  id: string,
  booking: Booking,
  { refund, reason }: { refund: number; reason: string },
): Promise<Template> => ({
  subject: `Your stay ${booking.reference ?? `at ${booking.propertyName}`} is cancelled`,
  blocks: [
    paragraph("Your stay is cancelled:"),
    stayOf(booking),
    ...(reason === "" ? [] : [paragraph(`The host says: ${reason}`)]),
    ...(refund > 0
      ? [paragraph(`${money(booking, refund)} is on its way back; we write when it is sent.`)]
      : []),
  ],
  attachments: booking.reference === null ? [] : [await calendarFile(id, booking)],
});

export const stayAccepted = (booking: Booking): Template => ({
  subject: `${booking.propertyName} can have you: pay to book`,
  blocks: [
    paragraph("Your host has said yes. Pay within 24 hours, and the stay is yours:"),
    stayOf(booking),
    priceOf(booking),
  ],
});

export const stayDeclined = (booking: Booking, reason: string): Template => ({
  subject: `${booking.propertyName} can't have you on these days`,
  blocks: [
    paragraph("We are sorry: your host has declined. You have paid nothing."),
    stayOf(booking),
    ...(reason === "" ? [] : [paragraph(`The host says: ${reason}`)]),
  ],
});

export const stayReminder = (booking: Booking): Template => ({
  subject: `In two days: ${booking.propertyName}`,
  blocks: [
    paragraph(`We look forward to your stay. Your reference is ${booking.reference}.`),
    stayOf(booking),
  ],
});

export const stayRefunded = (booking: Booking, amount: number): Template => ({
  subject: `A refund for your stay ${booking.reference ?? `at ${booking.propertyName}`}`,
  blocks: [
    paragraph(`We have sent you back ${money(booking, amount)}.`),
    stayOf(booking),
    paragraph("It goes to where you paid from. Your bank may take some days to show it."),
  ],
});

/** What hosts are told, and when. */
const hostNews = {
  "stay-requested": "Somebody would like to come. Accept or decline within 24 hours.",
  "stay-booked": "A stay has been booked and paid.",
  "stay-moved": "A stay has been moved. This is how it is now:",
  "stay-called-off": "A stay has been cancelled by its traveller. Its nights can be had again.",
} as const;
export type HostNews = keyof typeof hostNews;

export const toHost = (news: HostNews, booking: Booking): Template => ({
  subject: `${booking.propertyName}: ${inWords(booking.checkIn)} to ${inWords(booking.checkOut)}`,
  blocks: [
    paragraph(hostNews[news]),
    rows(
      ...(booking.reference === null ? [] : [["Reference", booking.reference] as const]),
      ["Room", `${booking.rooms} × ${booking.roomName}`],
      ["From", inWords(booking.checkIn)],
      ["To", inWords(booking.checkOut)],
      ["Guests", String(booking.guests)],
    ),
  ],
});

/** Each tier in a sentence. */
export function policyInWords({ tiers }: Policy): string {
  const said = tiers.map(({ hoursBefore, percent }) => {
    const days = hoursBefore / 24;
    const until = hoursBefore % 24 === 0 ? plural(days, "day") : plural(hoursBefore, "hour");
    return `until ${until} before check-in ${percent} % of what you have paid`;
  });
  if (said.length === 0) return "If you cancel, nothing is given back.";
  return `If you cancel, you get back ${said.join(", ")}; after that, nothing.`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const money = ({ currency }: Booking, amount: number): string => formatMoney(amount, currency);

const stayOf = (booking: Booking): Block =>
  rows(
    ["Where", `${booking.propertyName}, ${booking.address}`],
    ["Room", `${booking.rooms} × ${booking.roomName}`],
    ["Check-in", `${inWords(booking.checkIn)}, from ${booking.checkInFrom}`],
    ["Check-out", `${inWords(booking.checkOut)}, until ${booking.checkOutUntil}`],
    ["Guests", String(booking.guests)],
  );

const priceOf = (booking: Booking): Block => {
  const { nights, cleaning, tax, total } = booking.totals;
  return rows(
    [plural(booking.nights.length, "night"), money(booking, nights)],
    ...(cleaning > 0 ? [["Cleaning", money(booking, cleaning)] as const] : []),
    ["Tax", money(booking, tax)],
    ["Total", money(booking, total)],
  );
};
