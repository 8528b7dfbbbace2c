import {
  type CollectionReference,
  type DocumentReference,
  doc,
  type Firestore,
  limit,
  orderBy,
  type Query,
  query,
  where,
} from "firebase/firestore";
import type * as booking from "../../functions/src/travel/booking/schema.ts";
import type * as calendar from "../../functions/src/travel/calendar/schema.ts";
import type * as travel from "../../functions/src/travel/schema.ts";
import { newest, typed } from "./documents.ts";
import { shapeOf } from "./shape.ts";

const property = shapeOf<travel.Property>();
const roomType = shapeOf<travel.RoomType>();
const stayReview = shapeOf<travel.StayReview>();
const availability = shapeOf<calendar.AvailabilityMonth>();
const inventory = shapeOf<calendar.InventoryMonth>();
const stay = shapeOf<booking.Booking>();
const stayQuote = shapeOf<booking.Quote>();
const guestList = shapeOf<booking.GuestList>();
const bookingChange = shapeOf<booking.BookingChange>();
export type Property = typeof property;
export type RoomType = typeof roomType;
export type StayReview = typeof stayReview;
export type AvailabilityMonth = typeof availability;
export type InventoryMonth = typeof inventory;
export type Booking = typeof stay;
export type BookingState = Booking["state"];
export type StayQuote = typeof stayQuote;
export type GuestList = typeof guestList;
export type BookingChange = typeof bookingChange;

const roomTypesAt = (db: Firestore, propertyId: string): CollectionReference<RoomType, RoomType> =>
  typed<RoomType>(db, `properties/${propertyId}/roomTypes`);

const reviewsAt = (
  db: Firestore,
  propertyId: string,
): CollectionReference<StayReview, StayReview> =>
  typed<StayReview>(db, `properties/${propertyId}/stayReviews`);

/** Whose rooms are taken. */
const COMING: readonly BookingState[] = ["confirmed", "checked_in"];

/** The documents of travel that clients may read or write; the rules say which of it. */
export const travelDocuments = (db: Firestore) => ({
  properties: typed<Property>(db, "properties"),
  bookings: typed<Booking>(db, "bookings"),
  quotes: typed<StayQuote>(db, "quotes"),
  guestLists: typed<GuestList>(db, "guestLists"),
  bookingChanges: typed<BookingChange>(db, "bookingChanges"),
  roomTypes: (propertyId: string): CollectionReference<RoomType, RoomType> =>
    roomTypesAt(db, propertyId),
  stayReviews: (propertyId: string): CollectionReference<StayReview, StayReview> =>
    reviewsAt(db, propertyId),

  /** A month of a calendar, "2026-12", with prices and what is left: one read. */
  availability: (
    propertyId: string,
    roomTypeId: string,
    month: string,
  ): DocumentReference<AvailabilityMonth, AvailabilityMonth> =>
    doc(
      typed<AvailabilityMonth>(db, `properties/${propertyId}/roomTypes/${roomTypeId}/availability`),
      month,
    ),

  /** What is listed in a city, best loved first. Page on with `startAfter(lastSnapshot)`. */
  propertiesIn: (city: string, pageSize = 20): Query<Property, Property> =>
    query(
      typed<Property>(db, "properties"),
      where("listed", "==", true),
      where("city", "==", city),
      orderBy("rating.sum", "desc"),
      limit(pageSize),
    ),

  /** The rooms of a property that is listed. */
  roomTypesOf: (propertyId: string): Query<RoomType, RoomType> =>
    query(roomTypesAt(db, propertyId), where("listed", "==", true), limit(10)),

  /** What guests say of a property, newest first. Page on with `startAfter(lastSnapshot)`. */
  stayReviewsOf: (propertyId: string, pageSize = 20): Query<StayReview, StayReview> =>
    query(reviewsAt(db, propertyId), orderBy("createdAt", "desc"), limit(pageSize)),

  /** A traveller's bookings, newest first. */
  bookingsOf: (uid: string, pageSize = 20): Query<Booking, Booking> =>
    newest(typed<Booking>(db, "bookings"), "bookedAt", pageSize, where("uid", "==", uid)),

  /** For hosts: their own, listed or not. */
  propertiesOf: (hostId: string): Query<Property, Property> =>
    query(typed<Property>(db, "properties"), where("hostId", "==", hostId), limit(50)),

  /** For hosts: the rooms of a property of theirs, listed or not. */
  roomTypesBy: (hostId: string, propertyId: string): Query<RoomType, RoomType> =>
    query(roomTypesAt(db, propertyId), where("hostId", "==", hostId), limit(10)),

  /** For hosts: what waits to be accepted or declined, oldest first. */
  requestsTo: (hostId: string): Query<Booking, Booking> =>
    query(
      typed<Booking>(db, "bookings"),
      where("hostId", "==", hostId),
      where("state", "==", "requested"),
      orderBy("bookedAt"),
      limit(50),
    ),

  /** For hosts: who comes on a day, "2026-12-31". */
  arrivals: (hostId: string, day: string): Query<Booking, Booking> =>
    query(
      typed<Booking>(db, "bookings"),
      where("hostId", "==", hostId),
      where("checkIn", "==", day),
      where("state", "in", COMING),
      limit(50),
    ),

  /** For hosts: who leaves on a day. */
  departures: (hostId: string, day: string): Query<Booking, Booking> =>
    query(
      typed<Booking>(db, "bookings"),
      where("hostId", "==", hostId),
      where("checkOut", "==", day),
      where("state", "in", COMING),
      limit(50),
    ),

  /** For hosts: the booking of a reference, "7F3Q9X". */
  bookingBy: (hostId: string, reference: string): Query<Booking, Booking> =>
    query(
      typed<Booking>(db, "bookings"),
      where("hostId", "==", hostId),
      where("reference", "==", reference),
      limit(1),
    ),

  /** For hosts: what is booked and held of a month. */
  inventory: (
    propertyId: string,
    roomTypeId: string,
    month: string,
  ): DocumentReference<InventoryMonth, InventoryMonth> =>
    doc(typed<InventoryMonth>(db, "inventory"), `${propertyId}_${roomTypeId}_${month}`),
});

export type TravelDocuments = ReturnType<typeof travelDocuments>;
