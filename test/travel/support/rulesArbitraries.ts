import fc, { type Arbitrary } from "fast-check";
import type * as z from "zod";
import type { Property, RoomType } from "../../../functions/src/travel/schema.ts";
import {
  among,
  amounts,
  nearly,
  oneLines,
  orNull,
  settled,
  texts,
  webAddresses,
  words,
} from "../../support/rulesArbitraries.ts";
import { past } from "../../support/rulesShape.ts";
import { SERVER_TIME } from "../../support/rulesWire.ts";
import { host } from "./rulesDocuments.ts";

// Values of the fields of travel that hosts write, and values that are nearly that.

const optionalTexts = (max: number): Arbitrary<string> => fc.oneof(texts(max), fc.constant(""));

const timesOfDay = nearly(
  fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":")),
  fc.constantFrom("", "24:00", "7:00", "07:60", "07:00\n", "07:0", "07:00:00", "٠٧:٠٠"),
);

const numbers = (min: number, max: number): Arbitrary<number> =>
  nearly(
    fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, max)),
    fc.constantFrom(min - 1, max + 1, min + 0.5, Number.NaN, 2 ** 53, -(2 ** 40)),
  );

const times = {
  createdAt: settled(past, SERVER_TIME, null),
  updatedAt: settled(SERVER_TIME, past, null),
};

export const propertyDocuments: Record<keyof z.output<typeof Property>, Arbitrary<unknown>> = {
  name: oneLines(120),
  description: optionalTexts(4000),
  address: oneLines(200),
  photo: orNull(webAddresses),
  amenities: words(40),
  checkInFrom: timesOfDay,
  checkOutUntil: timesOfDay,
  mode: among("instant", "on_request"),
  policy: among("flexible", "moderate", "strict"),
  cleaningFee: amounts,
  taxBasisPoints: numbers(0, 5000),
  hostId: settled(host, "", "somebody"),
  city: settled("lisbon", "", "porto"),
  country: settled("PT", "pt", "ES"),
  timeZone: settled("Europe/Lisbon", "Europe/Madrid", "somewhere else"),
  currency: settled("EUR", "USD"),
  listed: settled(true, false),
  rating: settled({ count: 2, sum: 9 }, { count: 2, sum: 10 }, { count: 2 }),
  ...times,
};

export const roomTypeDocuments: Record<keyof z.output<typeof RoomType>, Arbitrary<unknown>> = {
  name: oneLines(120),
  description: optionalTexts(2000),
  photo: orNull(webAddresses),
  price: numbers(100, 100_000_000),
  capacity: numbers(0, 500),
  minStay: fc.oneof(fc.integer({ min: 1, max: 5 }), numbers(1, 28)),
  maxStay: fc.oneof(fc.integer({ min: 3, max: 28 }), numbers(1, 28)),
  sleeps: settled(2, 3, 0),
  hostId: settled(host, "", "somebody"),
  listed: settled(true, false),
  openUntil: settled("2028-06", "2029-06", ""),
  ...times,
};
