import fc, { type Arbitrary } from "fast-check";
import {
  among,
  amounts,
  nearly,
  oneLines,
  orNull,
  texts,
  webAddresses,
  words,
} from "../../support/rulesArbitraries.ts";

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

/** What its host writes of a property. */
export const propertyFields = fc.record({
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
});

/** And of a room type. */
export const roomTypeFields = fc.record({
  name: oneLines(120),
  description: optionalTexts(2000),
  photo: orNull(webAddresses),
  price: numbers(100, 100_000_000),
  capacity: numbers(0, 500),
  minStay: fc.oneof(fc.integer({ min: 1, max: 5 }), numbers(1, 28)),
  maxStay: fc.oneof(fc.integer({ min: 3, max: 28 }), numbers(1, 28)),
});
