import { type DocumentData, Timestamp } from "firebase/firestore/lite";
import type { Person } from "../../support/rules.ts";
import { past } from "../../support/standing.ts";

// Good documents, as rules meet them. Bad ones derive from them.

/** Whose a stay is, and where: ids of what belongs to it derive from its own. */
export interface Stay {
  id: string;
  traveller: string;
  host: string;
}

export const traveller = "customer" satisfies Person;
export const host = "other-customer" satisfies Person;
export const aStay = (id: string): Stay => ({ id, traveller, host });

const times = { createdAt: past, updatedAt: past };
const soon = Timestamp.fromDate(new Date("2027-05-04T12:15:00Z"));

export const property = ({ host: hostId }: Stay, fields: DocumentData = {}): DocumentData => ({
  name: "House by the River",
  description: "",
  address: "Rua da Fonte 12",
  photo: null,
  amenities: ["wifi"],
  checkInFrom: "15:00",
  checkOutUntil: "11:00",
  mode: "instant",
  policy: "moderate",
  cleaningFee: 20_00,
  taxBasisPoints: 600,
  hostId,
  city: "lisbon",
  country: "PT",
  timeZone: "Europe/Lisbon",
  currency: "EUR",
  listed: true,
  rating: { count: 2, sum: 9 },
  ...times,
  ...fields,
});

export const roomType = ({ host: hostId }: Stay, fields: DocumentData = {}): DocumentData => ({
  name: "Double room",
  description: "",
  photo: null,
  price: 100_00,
  capacity: 2,
  minStay: 1,
  maxStay: 28,
  sleeps: 2,
  hostId,
  listed: true,
  openUntil: "2028-06",
  ...times,
  ...fields,
});

const month = ({ id, host: hostId }: Stay) => ({
  propertyId: id,
  roomTypeId: "double",
  hostId,
  month: "2027-05",
  city: "lisbon",
  sleeps: 2,
  listed: true,
});
const terms = { price: 100_00, minStay: 1, maxStay: 28 };
const eachDay = <T>(day: T): T[] => Array.from({ length: 31 }, () => day);

export const availability = (stay: Stay, fields: DocumentData = {}): DocumentData => ({
  ...month(stay),
  nights: eachDay({ ...terms, left: 1 }),
  stays: ["05+2"],
  priceFrom: 100_00,
  updatedAt: past,
  ...fields,
});

export const inventory = (stay: Stay): DocumentData => ({
  ...month(stay),
  days: eachDay({ ...terms, capacity: 2, closed: false, booked: 1 }),
  holds: { [stay.id]: { until: soon, nights: [5, 6], rooms: 1 } },
});

export const review = ({ traveller: uid }: Stay): DocumentData => ({
  uid,
  rating: 5,
  title: "Quiet",
  text: "",
  author: "Ana",
  ...times,
});

const dates = { checkIn: "2027-05-05", checkOut: "2027-05-07" };
const nights = ["2027-05-05", "2027-05-06"].map((date) => ({ date, price: 100_00 }));
const totals = { nights: 200_00, cleaning: 20_00, tax: 13_20, total: 233_20 };

export const quote = (stay: Stay): DocumentData => ({
  uid: stay.traveller,
  hostId: stay.host,
  propertyId: stay.id,
  roomTypeId: "double",
  propertyName: "House by the River",
  roomName: "Double room",
  address: "Rua da Fonte 12",
  city: "lisbon",
  timeZone: "Europe/Lisbon",
  checkInFrom: "15:00",
  checkOutUntil: "11:00",
  ...dates,
  rooms: 1,
  guests: 2,
  nights,
  totals,
  cleaningFee: 20_00,
  taxBasisPoints: 600,
  currency: "EUR",
  policy: { name: "moderate", tiers: [{ hoursBefore: 24, percent: 50 }] },
  mode: "instant",
  expiresAt: soon,
});

/** One that is confirmed. */
export function booking(stay: Stay, fields: DocumentData = {}): DocumentData {
  const { expiresAt: _, ...agreed } = quote(stay);
  return {
    ...agreed,
    reference: "7F3Q9X",
    state: "confirmed",
    payment: "payment",
    paidBy: ["payment"],
    captured: totals.total,
    paid: totals.total,
    refunded: 0,
    refundAtMost: 100,
    change: null,
    timeline: [{ event: "confirmed", at: past, amount: totals.total }],
    bookedAt: past,
    remindAt: soon,
    completeAt: soon,
    review: null,
    fingerprint: "",
    ...fields,
  };
}

/** `hostId`: null until the stay is confirmed. */
export const guestList = (stay: Stay, hostId: string | null): DocumentData => ({
  uid: stay.traveller,
  hostId,
  email: "ana@example.com",
  guests: [{ name: "Ana Guest" }],
  phone: "+351 123",
  note: "",
  purgeAt: soon,
});

export const bookingChange = ({ id, traveller: uid }: Stay): DocumentData => ({
  bookingId: id,
  uid,
  state: "held",
  ...dates,
  nights,
  totals,
  toPay: 50_00,
  refund: 0,
  percent: 100,
  payment: null,
  earlier: 0,
  at: past,
  closeAt: soon,
  fingerprint: "",
});

export const cancellationQuote = (): DocumentData => ({
  quoteId: "quote",
  refund: 116_60,
  percent: 50,
  paid: totals.total,
  ...dates,
  expiresAt: soon,
});

export const reference = ({ id }: Stay): DocumentData => ({ bookingId: id });
