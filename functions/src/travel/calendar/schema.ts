import * as z from "zod";
import { documents, documentsNamed } from "../../core/db.ts";
import { slug, timestamp, uid } from "../../core/schema.ts";
import { capacity, MAX_SLEEPS, nightCount, nightlyPrice } from "../schema.ts";

/** A night, as its host has set it, and how many rooms of it are booked. */
export const Day = z.strictObject({
  price: nightlyPrice,
  capacity,
  /** Nothing more is sold of it; what is booked or held stays. */
  closed: z.boolean(),
  /** For stays that begin on it. */
  minStay: nightCount,
  maxStay: nightCount,
  booked: z.int().min(0),
});
export type Day = z.output<typeof Day>;

/** Rooms that are somebody's until then, whatever has or has not been tidied up. */
export const Hold = z.strictObject({
  until: timestamp,
  /** Days of the month. */
  nights: z.array(z.int().min(1).max(31)),
  rooms: z.int().min(1),
});
export type Hold = z.output<typeof Hold>;

/** What both halves of a month have in common. */
const month = {
  propertyId: z.string(),
  roomTypeId: z.string(),
  hostId: uid,
  /** "2026-12" */
  month: z.string(),
  city: slug,
  sleeps: z.int().min(1).max(MAX_SLEEPS),
  listed: z.boolean(),
};

/**
 * `inventory/{p}_{rt}_{YYYY-MM}`: what a month of a room type has, what is booked of it and what is
 * held. Both are in the one document, so no commit can count one without the other. Server only; its
 * host reads it.
 */
export const InventoryMonth = z.strictObject({
  ...month,
  /** The first is the 1st. */
  days: z.array(Day).min(28).max(31),
  /** By the id of what holds it: a booking, or a change of one. */
  holds: z.record(z.string(), Hold),
});
export type InventoryMonth = z.output<typeof InventoryMonth>;

/** A night as everybody sees it. */
export const Night = z.strictObject({
  /** Rooms that can still be had. */
  left: z.int().min(0),
  price: nightlyPrice,
  minStay: nightCount,
  maxStay: nightCount,
});
export type Night = z.output<typeof Night>;

/**
 * `properties/{p}/roomTypes/{rt}/availability/{YYYY-MM}`: the public half, written in each commit that
 * writes the other. A calendar with prices is one read a month, and a search reads what it finds.
 */
export const AvailabilityMonth = z.strictObject({
  ...month,
  nights: z.array(Night).min(28).max(31),
  /** The stays that can be had, as a search asks for them: calendar/stays.ts. */
  stays: z.array(z.string()),
  /** Of the nights that can be had, the cheapest; null where there is none. */
  priceFrom: nightlyPrice.nullable(),
  updatedAt: timestamp,
});
export type AvailabilityMonth = z.output<typeof AvailabilityMonth>;

/** A room type of a property. */
export interface Room {
  propertyId: string;
  roomTypeId: string;
}

export const inventory = documents("inventory", InventoryMonth);

export const inventoryOf = ({ propertyId, roomTypeId }: Room, ofMonth: string) =>
  inventory.doc(`${propertyId}_${roomTypeId}_${ofMonth}`);

export const availabilityOf = ({ propertyId, roomTypeId }: Room, ofMonth: string) =>
  documents(`properties/${propertyId}/roomTypes/${roomTypeId}/availability`, AvailabilityMonth).doc(
    ofMonth,
  );

export const allAvailability = documentsNamed("availability", AvailabilityMonth);
