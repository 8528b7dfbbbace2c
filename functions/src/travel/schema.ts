import * as z from "zod";
import { documents, documentsNamed } from "../core/db.ts";
import {
  line,
  minorUnits,
  optionalLine,
  optionalText,
  slug,
  timestamp,
  timeZone,
  uid,
  webAddress,
  words,
} from "../core/schema.ts";

// What travellers and hosts read. What is counted: calendar/schema.ts; what is booked: booking/schema.ts.

/** Of all prices. */
export const currency = "EUR";

/** Less the payment provider does not take: https://docs.stripe.com/currencies, minimum charges. */
export const SMALLEST_PAYMENT = 50;

/** The price of a night, in minor units. */
export const nightlyPrice = minorUnits.min(100);

/** How many of a room type a property has; so many more than one booking may take. */
export const MAX_CAPACITY = 500;
export const capacity = z.int().min(0).max(MAX_CAPACITY);

/** How many sleep in a room. A search asks for each number up to it. */
export const MAX_SLEEPS = 12;

/** The longest stay, in nights: then none is in more than two months. */
export const MAX_NIGHTS = 28;
export const nightCount = z.int().min(1).max(MAX_NIGHTS);

/** A time of day by the clocks of the property: "15:00". */
export const timeOfDay = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time like "15:00"');

/** Whether a stay is the traveller's once it is paid, or its host is asked first. */
export const BookingMode = z.enum(["instant", "on_request"]);

/** How a stay may be cancelled: booking/policy.ts says what each gives back. */
export const PolicyName = z.enum(["flexible", "moderate", "strict"]);
export type PolicyName = z.output<typeof PolicyName>;

/** What of a property its host writes, under rules: bookings keep a copy of what was agreed. */
const described = {
  name: line(120),
  description: optionalText(4000),
  address: line(200),
  photo: webAddress.nullable(),
  amenities: words(40),
  checkInFrom: timeOfDay,
  checkOutUntil: timeOfDay,
  mode: BookingMode,
  policy: PolicyName,
  /** Once a room and stay. */
  cleaningFee: minorUnits,
  /** On nights and cleaning, in hundredths of a percent: 700 is 7 %. */
  taxBasisPoints: z.int().min(0).max(5000),
};

/**
 * `properties/{p}`: who reads it, and what its host writes, is said in the rules. The rest is the
 * server's, since the calendars are found by it.
 */
export const Property = z.strictObject({
  ...described,
  hostId: uid,
  city: slug,
  country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code like "PT"'),
  timeZone,
  currency: z.literal(currency),
  /** Whether it is found and can be booked. */
  listed: z.boolean(),
  /** Of what guests say of it. */
  rating: z.strictObject({ count: z.int().min(0), sum: z.int().min(0) }),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Property = z.output<typeof Property>;

/** What each day of a month has that is opened, until its host says otherwise. */
const usual = {
  price: nightlyPrice,
  capacity,
  minStay: nightCount,
  maxStay: nightCount,
};

/** Stays that are long enough are not too long. */
export const areStaysPossible = ({ minStay, maxStay }: { minStay: number; maxStay: number }) =>
  minStay <= maxStay;

/** How that is refused. */
export const impossibleStays = { error: "must not be less than minStay", path: ["maxStay"] };

/** `properties/{p}/roomTypes/{rt}`: rooms that are alike, of which it does not matter which. */
export const RoomType = z
  .strictObject({
    name: line(120),
    description: optionalText(2000),
    photo: webAddress.nullable(),
    ...usual,
    sleeps: z.int().min(1).max(MAX_SLEEPS),
    hostId: uid,
    listed: z.boolean(),
    /** The first month, "2027-12", that has no calendar yet. */
    openUntil: z.string(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .refine(areStaysPossible, impossibleStays);
export type RoomType = z.output<typeof RoomType>;

/** `properties/{p}/stayReviews/{bookingId}`: what who has stayed says of it. Everybody reads. */
export const StayReview = z.strictObject({
  uid: uid,
  rating: z.int().min(1).max(5),
  title: optionalLine(120),
  text: optionalText(4000),
  author: line(80).refine((name) => !name.includes("@"), "must be a name, not an address"),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type StayReview = z.output<typeof StayReview>;

export const properties = documents("properties", Property);
export const roomTypesOf = (propertyId: string) =>
  documents(`properties/${propertyId}/roomTypes`, RoomType);
export const allRoomTypes = documentsNamed("roomTypes", RoomType);
export const stayReviewsOf = (propertyId: string) =>
  documents(`properties/${propertyId}/stayReviews`, StayReview);
export const allStayReviews = documentsNamed("stayReviews", StayReview);

/** Ids that the server makes. */
export const HashId = z
  .string()
  .regex(/^[0-9a-f]{40}$/, "must be the id that the call before answered");

/** Names a room type of a property. */
export const room = { propertyId: HashId, roomTypeId: HashId };
